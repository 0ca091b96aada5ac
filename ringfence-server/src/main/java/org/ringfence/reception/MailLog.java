package org.ringfence.reception;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.mail.Arrival;
import org.ringfence.operation.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line of the log for each message: what became of it, and no word of it.
 *
 * <p>Of addresses the domain alone is written, and of foreign words printable ASCII alone, cut
 * where they are long, so that no line can be forged by them.
 */
final class MailLog {
  private static final Logger LOG = LoggerFactory.getLogger(MailLog.class);
  private static final int LONGEST = 80;

  private final Meters meters;

  /**
   * @param meters count what is logged
   */
  MailLog(Meters meters) {
    this.meters = meters;
  }

  void write(CaseId id, Handover handover, Judged judged, String did, Duration elapsed) {
    Arrival arrival = handover.arrival();
    String line =
        "case=%s door=%s id=%s client=%s from=%s to=%d octets=%d %s did=%s ms=%d"
            .formatted(
                id,
                handover.door().name(),
                word(handover.id()),
                arrival.client().map(client -> client.address().getHostAddress()).orElse("-"),
                address(arrival.envelope().rfc5321MailFrom()),
                arrival.envelope().rcptTo().size(),
                arrival.octets().length(),
                verdict(judged),
                did,
                elapsed.toMillis());
    switch (judged) {
      case Judged.Case _ -> LOG.info(line);
      case Judged.Not _ -> LOG.warn(line);
    }
    count(handover.door().name(), judged, did, elapsed);
  }

  private void count(String door, Judged judged, String did, Duration elapsed) {
    List<String> done = List.of(did.split(","));
    switch (judged) {
      case Judged.Case(var record, List<Judged.Ruled> ruled) -> {
        meters.mail(door, record.verdict().band().key(), done, elapsed);
        meters.rules(rulesOf(ruled));
      }
      case Judged.Not(String reason, String _) -> {
        meters.mail(door, "not-judged", done, elapsed);
        meters.notJudged(reason);
      }
    }
  }

  /** The cause is the store's word; JDBI's own messages quote values, which are foreign text. */
  void notKept(CaseId id, CustodyFailure failure) {
    meters.storeFailed("take");
    LOG.error("case={} could not be kept: {}", id, failure.getMessage());
  }

  void keptForDelivery(CaseId id, CaseId first, int recipients) {
    LOG.info("case={} of case={} kept for delivery to={}", id, first, recipients);
  }

  private static String verdict(Judged judged) {
    return switch (judged) {
      case Judged.Case(var record, List<Judged.Ruled> ruled) ->
          String.format(
              Locale.ROOT,
              "verdict=%s score=%.4f%s",
              record.verdict().band().key(),
              record.verdict().score(),
              rules(ruled));
      case Judged.Not(String reason, String fault) ->
          "verdict=not-judged reason=\"%s\"%s"
              .formatted(reason, fault.isEmpty() ? "" : " fault=\"" + fault + "\"");
    };
  }

  private static String rules(List<Judged.Ruled> ruled) {
    List<String> rules = rulesOf(ruled);
    return rules.isEmpty() ? "" : " rules=" + String.join(",", rules);
  }

  private static List<String> rulesOf(List<Judged.Ruled> ruled) {
    return ruled.stream().flatMap(one -> one.ruling().rules().stream()).distinct().toList();
  }

  private static String address(Optional<String> sender) {
    return sender.map(MailLog::redacted).orElse("-");
  }

  private static String redacted(String address) {
    int at = address.lastIndexOf('@');
    return address.isEmpty()
        ? "<>"
        : at < 0 ? "<*>" : "<*@" + word(address.substring(at + 1)) + ">";
  }

  private static String word(String foreign) {
    var word = new StringBuilder();
    foreign
        .codePoints()
        .limit(LONGEST)
        .forEach(c -> word.append(c > ' ' && c <= '~' && c != '"' ? (char) c : '?'));
    return word.isEmpty() ? "-" : word.toString();
  }
}
