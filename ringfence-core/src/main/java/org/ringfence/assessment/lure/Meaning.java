package org.ringfence.assessment.lure;

import org.ringfence.knowledge.Concept;

/** What an entry of the tree says about the text it is found in. */
sealed interface Meaning {
  /**
   * A phrase of a vocabulary.
   *
   * @param language the vocabulary's number
   */
  record Phrase(int language, Concept concept) implements Meaning {}

  /**
   * A common word that betrays a language.
   *
   * @param language the vocabulary's number
   */
  record Marker(int language) implements Meaning {}

  /**
   * A name of a brand.
   *
   * @param brand the brand's id
   * @param ambiguous whether it is a plain word as well
   */
  record Name(String brand, boolean ambiguous) implements Meaning {}
}
