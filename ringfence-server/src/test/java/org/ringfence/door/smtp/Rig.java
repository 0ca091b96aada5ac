package org.ringfence.door.smtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.ringfence.connector.smtp.FakeNextHop;
import org.ringfence.connector.smtp.NextHop;
import org.ringfence.connector.smtp.NextHop.Protocol;
import org.ringfence.connector.smtp.SmtpConnector;
import org.ringfence.connector.smtp.SmtpTimes;
import org.ringfence.decision.judge.Band;
import org.ringfence.effect.act.Disposition;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.effect.act.Marking;
import org.ringfence.effect.act.Ruling;
import org.ringfence.effect.act.SmtpReply;
import org.ringfence.effect.act.Wishes;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.IpNetwork;
import org.ringfence.mail.TrustBoundary;
import org.ringfence.reception.Care;
import org.ringfence.reception.FakeCustody;
import org.ringfence.reception.FakeJudge;
import org.ringfence.reception.Reception;
import org.ringfence.reception.ReceptionSettings;
import org.ringfence.reception.Work;

/**
 * A door between a client and a next host, all on loopback.
 *
 * <p>What becomes of a mail is said by the recipient's name: {@code kept} is quarantined, {@code
 * tagged} gets a field of his own, {@code refused} refuses it, and the others get it with its
 * marks. A message with the word {@code slow} is judged for a second.
 */
final class Rig implements AutoCloseable {
  static final SmtpSettings.Bounds BOUNDS =
      new SmtpSettings.Bounds(600, 1 << 20, 1 << 20, 2_000, 100, 5);
  static final SmtpSettings.Times TIMES =
      new SmtpSettings.Times(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
  private static final SmtpTimes HOP =
      new SmtpTimes(
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2));

  final FakeCustody custody = new FakeCustody();
  final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  final FakeNextHop next;
  private final AtomicInteger cases = new AtomicInteger();
  private final Reception reception;
  private final SmtpConnector connector;
  private final SmtpDoor door;
  private final String place;

  private Rig(Protocol protocol, FakeNextHop next, SmtpSettings settings) throws IOException {
    this.next = next;
    this.reception = reception();
    this.connector = new SmtpConnector(next.hop(new NextHop.Never()), HOP, System::nanoTime);
    this.door =
        new SmtpDoor(
            new SmtpAddress(protocol, "127.0.0.1", 0),
            settings,
            reception,
            connector,
            new SmtpDoor.Clocks(FakeJudge.clock(), System::nanoTime));
    this.place = door.start();
  }

  static Rig smtp() throws IOException {
    return of(settings(BOUNDS, TIMES));
  }

  static Rig of(SmtpSettings settings) throws IOException {
    return new Rig(Protocol.SMTP, new FakeNextHop(Protocol.SMTP), settings);
  }

  static Rig lmtp(Protocol nextProtocol) throws IOException {
    return new Rig(Protocol.LMTP, new FakeNextHop(nextProtocol), settings(BOUNDS, TIMES));
  }

  static Rig smtpBeforeLmtp() throws IOException {
    return new Rig(Protocol.SMTP, new FakeNextHop(Protocol.LMTP), settings(BOUNDS, TIMES));
  }

  static SmtpSettings settings(SmtpSettings.Bounds bounds, SmtpSettings.Times times) {
    return settings(bounds, times, Optional.empty());
  }

  static SmtpSettings settings(
      SmtpSettings.Bounds bounds, SmtpSettings.Times times, Optional<SSLContext> tls) {
    return new SmtpSettings(
        "door.example", bounds, times, List.of(IpNetwork.of("127.0.0.0/8")), tls);
  }

  private Reception reception() {
    TrustBoundary boundary = new TrustBoundary(Set.of(), 1, Set.of());
    return new Reception(
        new Work(this::judge, Rig::decide, new Editing(new Marking(boundary, false)), _ -> ""),
        new Care(custody, custody, FakeJudge.clock(), this::chance),
        new ReceptionSettings(
            FailMode.ACCEPT_AND_MARK,
            FailMode.TEMP_FAIL,
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            4,
            false,
            ReceptionSettings.Memory.ALL),
        System::nanoTime);
  }

  private byte[] chance() {
    return ByteBuffer.allocate(10).putInt(6, cases.incrementAndGet()).array();
  }

  private CaseRecord judge(Arrival arrival) {
    if (arrival.octets().decode(StandardCharsets.ISO_8859_1).contains("slow")) {
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    arrivals.add(arrival);
    return FakeJudge.record(Band.CLEAR);
  }

  private static List<Ruling> decide(CaseRecord record, Arrival arrival) {
    return List.of("kept", "tagged", "refused", "").stream()
        .map(name -> ruling(name, arrival.envelope().rcptTo()))
        .filter(ruling -> !ruling.recipients().isEmpty())
        .toList();
  }

  private static Ruling ruling(String name, List<String> all) {
    List<String> those = all.stream().filter(one -> name(one).equals(name)).toList();
    return switch (name) {
      case "kept" -> Ruling.of(those, new Disposition.Quarantine("by name"));
      case "refused" ->
          Ruling.of(those, new Disposition.Reject(new SmtpReply(550, "5.7.1", "Not wanted.")));
      case "tagged" -> new Ruling(those, new Disposition.Deliver(), tag(), List.of());
      default -> Ruling.of(those, new Disposition.Deliver());
    };
  }

  private static String name(String address) {
    String local = address.substring(0, address.indexOf('@'));
    return List.of("kept", "tagged", "refused").contains(local) ? local : "";
  }

  private static Wishes tag() {
    return new Wishes(
        List.of(new HeaderEdit.Add("X-Tag", "yes")),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /** A client that was greeted and has greeted. */
  SmtpPeer peer() throws IOException {
    var peer = stranger();
    peer.say("EHLO client.example");
    return peer;
  }

  /** A client that was greeted. */
  SmtpPeer stranger() throws IOException {
    return new SmtpPeer(place);
  }

  /** Closes the door alone. */
  void closeDoor() {
    door.close();
  }

  @Override
  public void close() throws IOException {
    door.close();
    reception.close();
    connector.close();
    next.close();
  }
}
