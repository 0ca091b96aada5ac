package org.ringfence.effect.educate;

import java.util.List;
import org.ringfence.knowledge.GuidanceTexts;
import org.ringfence.knowledge.GuidanceTexts.HallmarkWords;
import org.ringfence.knowledge.GuidanceTexts.ReplyWords;
import org.ringfence.knowledge.ReportOutcome;

/**
 * What somebody of ours is answered who reported a mail. Nothing of the mail is in it: whoever
 * sends it out decides whether to quote the subject.
 *
 * @param outcome what came of the report
 * @param texts the texts of the reporter's language, for what stands around
 * @param words the verdict, its reason and the lesson
 * @param signs the hallmarks that were found, the strongest first; none for most outcomes
 */
public record Reply(
    ReportOutcome outcome, GuidanceTexts texts, ReplyWords words, List<HallmarkWords> signs) {
  public Reply {
    signs = List.copyOf(signs);
  }
}
