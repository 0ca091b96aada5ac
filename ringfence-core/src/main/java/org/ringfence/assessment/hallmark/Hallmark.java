package org.ringfence.assessment.hallmark;

/** One trait by which people and machines recognise a callback lure. */
interface Hallmark {
  /** The id under which knowledge holds its title, its explanation and its weight. */
  String id();

  /** Looks for it. */
  Finding assess(Observations seen);
}
