package org.ringfence.door.http;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringfence.effect.act.Disposition;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.reception.Examined;
import org.ringfence.reception.Judged;
import org.ringfence.report.CaseReport;

/**
 * What a caller is told about his message.
 *
 * @param id the name of the case
 * @param verdict the verdict's word, or "not-judged"
 * @param reason why it was not judged, else null
 * @param findings all that was found out, null where it was not judged
 * @param policy what would be done with it, for whom; nothing is
 */
record ScanAnswer(
    String id,
    String verdict,
    @Nullable String reason,
    @Nullable CaseReport findings,
    List<Would> policy) {

  /**
   * What would be done for some recipients.
   *
   * @param recipients who; none where the caller named none
   * @param would the word of it
   * @param detail the reason, the mailbox or the reply; null where there is none
   * @param rules the rules that lead to it
   * @param adds the header fields that the message would get
   */
  record Would(
      List<String> recipients,
      String would,
      @Nullable String detail,
      List<String> rules,
      List<HeaderEdit.Add> adds) {
    static Would of(Judged.Ruled ruled) {
      Disposition disposition = ruled.ruling().disposition();
      return new Would(
          ruled.ruling().recipients(),
          disposition.key(),
          detail(disposition),
          ruled.ruling().rules(),
          ruled.edits().added());
    }

    private static @Nullable String detail(Disposition disposition) {
      return switch (disposition) {
        case Disposition.Deliver() -> null;
        case Disposition.Quarantine(String reason) -> reason;
        case Disposition.Hold hold -> hold.reason();
        case Disposition.Redirect(String mailbox) -> mailbox;
        case Disposition.Reject(var reply) -> reply.line();
        case Disposition.TempFail(var reply) -> reply.line();
      };
    }
  }

  static ScanAnswer of(Examined examined, UnaryOperator<String> titles) {
    String id = examined.id().text();
    return switch (examined.judged()) {
      case Judged.Case(var record, List<Judged.Ruled> ruled) ->
          new ScanAnswer(
              id,
              record.verdict().band().key(),
              null,
              CaseReport.of(record, titles),
              ruled.stream().map(Would::of).toList());
      case Judged.Not(String reason, String _) ->
          new ScanAnswer(id, "not-judged", reason, null, List.of());
    };
  }
}
