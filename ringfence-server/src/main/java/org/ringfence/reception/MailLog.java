package org.ringfence.reception;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.mail.Arrival;
import org.ringfence.operation.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

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
    LoggingEventBuilder line =
        switch (judged) {
          case Judged.Case _ -> LOG.atInfo();
          case Judged.Not _ -> LOG.atWarn();
        };
    LoggingEventBuilder received =
        line.addKeyValue("case", id)
            .addKeyValue("door", handover.door().name())
            .addKeyValue("id", word(handover.id()))
            .addKeyValue(
                "client",
                arrival.client().map(client -> client.address().getHostAddress()).orElse("-"))
            .addKeyValue("from", address(arrival.envelope().rfc5321MailFrom()))
            .addKeyValue("to", arrival.envelope().rcptTo().size())
            .addKeyValue("octets", arrival.octets().length());
    verdict(received, judged).addKeyValue("did", did).addKeyValue("ms", elapsed.toMillis()).log("");
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
    LOG.atError().addKeyValue("case", id).log("could not be kept: {}", failure.getMessage());
  }

  void keptForDelivery(CaseId id, CaseId first, int recipients) {
    LOG.atInfo()
        .addKeyValue("case", id)
        .addKeyValue("of", first)
        .addKeyValue("to", recipients)
        .log("kept for delivery");
  }

  private static LoggingEventBuilder verdict(LoggingEventBuilder line, Judged judged) {
    return switch (judged) {
      case Judged.Case(var record, List<Judged.Ruled> ruled) ->
          more(
              line.addKeyValue("verdict", record.verdict().band().key())
                  .addKeyValue("score", score(record.verdict().score())),
              "rules",
              String.join(",", rulesOf(ruled)));
      case Judged.Not(String reason, String fault) ->
          more(
              line.addKeyValue("verdict", "not-judged").addKeyValue("reason", reason),
              "fault",
              fault);
    };
  }

  private static BigDecimal score(double score) {
    return BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_UP);
  }

  private static LoggingEventBuilder more(LoggingEventBuilder line, String key, String value) {
    return value.isEmpty() ? line : line.addKeyValue(key, value);
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
