package org.ringfence.store;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Fate;
import org.ringfence.custody.Keep;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Receipt;
import org.ringfence.custody.Standing;
import org.ringfence.custody.Summary;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.knowledge.PolicyAction.Hold;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.Octets;
import org.ringfence.mail.SmtpClient;

/** Mails and cases to keep. */
final class Mails {
  static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123456Z");
  static final Standing QUARANTINED = new Standing.Quarantined("callback phishing");

  private static final AtomicLong COUNT = new AtomicLong();

  private Mails() {}

  static CaseId id(Instant at) {
    return CaseId.of(at, ByteBuffer.allocate(10).putLong(2, COUNT.incrementAndGet() << 40).array());
  }

  static Standing waiting(Instant next) {
    return new Standing.Waiting("ann@example.com", Standing.Purpose.DELIVERY, next, 0);
  }

  static Standing held(Instant until) {
    return new Standing.Held("to be confirmed", until, Hold.End.QUARANTINE);
  }

  static Octets message(String words) {
    return Octets.of(
        ("From: a@example.org\r\nSubject: " + words + "\r\n\r\nA body of our own.\r\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  static Arrival arrival(String words, String... recipients) {
    return new Arrival(
        Optional.of(new SmtpClient(InetAddress.ofLiteral("192.0.2.7"), "mx.example.org")),
        new Envelope(Optional.of("a@example.org"), List.of(recipients)),
        message(words),
        Optional.of(NOW));
  }

  static MessageEdits edits() {
    return new MessageEdits(
        List.of(new HeaderEdit.Remove("X-Ringfence-Verdict", 1)),
        List.of(new HeaderEdit.Change("Subject", 1, "[outside] déjà")),
        List.of(new HeaderEdit.Add("X-Ringfence-Verdict", "callback-phishing")),
        Optional.of(Octets.of("another body".getBytes(StandardCharsets.UTF_8))));
  }

  static KeptMail mail(CaseId id, String words, Keep... keeps) {
    String[] recipients = List.of(keeps).stream().map(Keep::recipient).toArray(String[]::new);
    return new KeptMail(id, arrival(words, recipients), List.of(keeps));
  }

  static Keep keep(String recipient, Standing standing) {
    return new Keep(recipient, standing, edits());
  }

  static CaseEntry entry(CaseId id, String subject, String verdict) {
    return new CaseEntry(id, receipt(id, "bob@example.com"), summary(subject, verdict), fates());
  }

  static CaseEntry entry(CaseId id, Summary summary) {
    return new CaseEntry(id, receipt(id, "bob@example.com"), summary, fates());
  }

  private static Receipt receipt(CaseId id, String recipient) {
    return new Receipt(
        "smtp",
        "4Gx1",
        id.at(),
        Optional.of(new SmtpClient(InetAddress.ofLiteral("2001:db8::7"), "mx.example.org")),
        new Envelope(Optional.of("billing@lantern.example"), List.of(recipient)),
        1_234);
  }

  private static List<Fate> fates() {
    return List.of(
        new Fate("Bob@example.com", "quarantine", List.of("external-alerts", "everything")),
        new Fate("carol@example.com", "quarantine", List.of("everything")));
  }

  static Summary summary(String subject, String verdict) {
    return new Summary(
        verdict,
        "",
        0.97,
        subject,
        "billing@lantern.example",
        "azure-monitor",
        "fired",
        "not-ours",
        "direct",
        List.of("number-in-slot", "dispute-by-phone"),
        List.of(
            new Summary.Telephone("+18085550142", true, List.of("norton", "paypal")),
            new Summary.Telephone("+18085550143", false, List.of())),
        "{\"subject\": \"" + subject + "\"}",
        Duration.ofMillis(17));
  }
}
