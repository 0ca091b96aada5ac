package org.ringfence.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.Fate;
import org.ringfence.custody.Receipt;
import org.ringfence.custody.Summary;
import org.ringfence.mail.SmtpClient;

/**
 * What is remembered of one mail, as lists show it.
 *
 * @param at when it came in (RFC 3339)
 * @param mailFrom the reverse-path; null where the door knew none, empty for bounces
 * @param platform null, as the next three, where there is none
 */
public record EntryReport(
    String id,
    String at,
    String door,
    String queueId,
    @Nullable Client client,
    @Nullable String mailFrom,
    List<String> rcptTo,
    int octets,
    String verdict,
    String reason,
    double score,
    String subject,
    String author,
    @Nullable String platform,
    @Nullable String notification,
    @Nullable String tenant,
    @Nullable String road,
    List<String> hallmarks,
    List<Summary.Telephone> numbers,
    List<Fate> fates,
    double elapsedMs) {

  /** Who handed it over. */
  public record Client(String address, String helo) {
    private static Client of(SmtpClient client) {
      return new Client(client.address().getHostAddress(), client.helo());
    }
  }

  /** The report of one entry. */
  public static EntryReport of(CaseEntry entry) {
    Receipt receipt = entry.receipt();
    Summary summary = entry.summary();
    return new EntryReport(
        entry.id().text(),
        receipt.at().toString(),
        receipt.door(),
        receipt.queueId(),
        receipt.client().map(Client::of).orElse(null),
        receipt.envelope().rfc5321MailFrom().orElse(null),
        receipt.envelope().rcptTo(),
        receipt.octets(),
        summary.verdict(),
        summary.reason(),
        Rounded.of(summary.score()),
        summary.subject(),
        summary.author(),
        orNull(summary.platform()),
        orNull(summary.notification()),
        orNull(summary.standing()),
        orNull(summary.road()),
        summary.hallmarks(),
        summary.numbers(),
        entry.fates(),
        Rounded.of(summary.elapsed().toNanos() / 1e6));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
