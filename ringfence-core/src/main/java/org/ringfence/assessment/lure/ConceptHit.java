package org.ringfence.assessment.lure;

import org.ringfence.knowledge.Concept;

/**
 * One phrase of a vocabulary found in a folded surface.
 *
 * @param concept what the phrase is about
 * @param language the vocabulary's language tag (BCP 47), such as "pt"
 * @param start first unit in the folded text
 * @param end one past the last unit
 */
public record ConceptHit(Concept concept, String language, int start, int end) {}
