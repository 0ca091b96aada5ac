package org.ringfence.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.cli.show.Titles;
import org.ringfence.decision.judge.Example;
import org.ringfence.decision.policy.Vocabulary;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.Guidance;
import org.ringfence.knowledge.JudgeModel;
import org.ringfence.knowledge.Notices;
import org.ringfence.ledger.AlertLedger;
import org.ringfence.mail.Arrival;

/** Makes a judgement ready to use. {@link Wiring} is the real one. */
interface Assembly {
  /**
   * Steps that are ready, and the words for what they say.
   *
   * @param judge judges one mail; may be shared between threads
   * @param titles the names of hallmarks and platforms for people
   * @param examples the folder of the platforms, with the mails that prove them
   */
  record Assembled(Function<Arrival, CaseRecord> judge, Titles titles, Path examples) {}

  /** What of a judged mail is learned from. */
  interface Lesson {
    /**
     * One example.
     *
     * @param id its name
     * @param group the campaign it belongs to
     * @param callback whether it is callback phishing
     * @param record what the steps found in it
     */
    Example of(String id, String group, boolean callback, CaseRecord record);
  }

  /**
   * Steps that have yet to learn.
   *
   * @param observe looks at one mail; its verdict means nothing
   * @param lesson makes an example of what was observed
   * @param train makes the model of all examples
   */
  record Apprentice(
      Function<Arrival, CaseRecord> observe,
      Lesson lesson,
      Function<List<Example>, JudgeModel> train) {}

  /**
   * Loads the knowledge and assembles the steps.
   *
   * @throws CommandFailure where the knowledge cannot be read
   */
  Assembled assemble(SiteOptions options);

  /**
   * The same for a process that serves.
   *
   * @param ledger copies of the site's own alerts, to ask where {@code options} name no ledger
   * @param asked in which way questions go out to the DNS
   * @throws CommandFailure where the knowledge cannot be read
   */
  Assembled assemble(SiteOptions options, AlertLedger ledger, UnaryOperator<Resolver> asked);

  /**
   * The same without a model, to make one.
   *
   * @throws CommandFailure where the knowledge cannot be read
   */
  Apprentice apprentice(SiteOptions options);

  /**
   * The words that mail flow rules may ask for.
   *
   * @throws CommandFailure where the knowledge cannot be read
   */
  Vocabulary vocabulary(SiteOptions.KnowledgeOption knowledge);

  /**
   * What readers are told inside a mail.
   *
   * @throws CommandFailure where the knowledge cannot be read
   */
  Notices notices(SiteOptions.KnowledgeOption knowledge);

  /**
   * What people read who are no technicians.
   *
   * @throws CommandFailure where the knowledge cannot be read
   */
  Guidance guidance(SiteOptions.KnowledgeOption knowledge);
}
