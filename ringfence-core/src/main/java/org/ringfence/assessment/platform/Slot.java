package org.ringfence.assessment.platform;

import org.ringfence.mail.Evidence;

/**
 * Words that a customer of the platform typed in.
 *
 * @param name the slot's name in the profile, such as "description"
 * @param evidence the words, and where they stand
 */
public record Slot(String name, Evidence evidence) {}
