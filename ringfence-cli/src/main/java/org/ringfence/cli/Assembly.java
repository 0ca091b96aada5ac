package org.ringfence.cli;

import java.util.function.Function;
import org.ringfence.cli.show.Titles;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Arrival;

/** Makes a judgement ready to use. {@link Wiring} is the real one. */
interface Assembly {
  /**
   * Steps that are ready, and the words for what they say.
   *
   * @param judge judges one mail; may be shared between threads
   * @param titles the names of hallmarks and platforms for people
   */
  record Assembled(Function<Arrival, CaseRecord> judge, Titles titles) {}

  /**
   * Loads the knowledge and assembles the steps.
   *
   * @throws CommandFailure where the knowledge cannot be read
   */
  Assembled assemble(SiteOptions options);
}
