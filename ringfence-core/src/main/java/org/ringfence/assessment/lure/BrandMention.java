package org.ringfence.assessment.lure;

/**
 * A brand named in a folded surface.
 *
 * @param brand the brand's id in knowledge
 * @param start first unit in the folded text
 * @param end one past the last unit
 */
public record BrandMention(String brand, int start, int end) {}
