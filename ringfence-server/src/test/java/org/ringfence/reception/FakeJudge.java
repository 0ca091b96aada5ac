package org.ringfence.reception;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.ringfence.assessment.authentication.source.Authenticated;
import org.ringfence.assessment.path.DeliveryPath;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Explanation;
import org.ringfence.decision.judge.Verdict;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.act.Marking;
import org.ringfence.effect.act.Policy;
import org.ringfence.effect.educate.Advice;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Message;
import org.ringfence.mail.TrustBoundary;
import org.ringfence.reception.ReceptionSettings.Memory;

/**
 * Judges by one word of the message instead of by knowledge: {@code scam} is callback phishing,
 * {@code slow} takes a second and a half, {@code fault} makes it throw. It keeps what it was given.
 */
public final class FakeJudge {
  /** When every message is received. */
  public static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

  /** What was judged, in order. */
  public final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

  /** What was kept and remembered. */
  public final FakeCustody custody = new FakeCustody();

  /** A reception with this judge. */
  public Reception reception(CallbackChoice choice, FailMode failMode, Duration deadline) {
    return new Reception(
        work(choice, new Editing(marking()), _ -> ""),
        new Care(custody, custody, clock(), () -> new byte[10]),
        new ReceptionSettings(
            failMode, failMode, deadline, Duration.ofMillis(200), 4, false, Memory.ALL),
        System::nanoTime);
  }

  /** What is done with each message. */
  public Work work(Policy policy, Editing editing, Function<CaseRecord, String> details) {
    return new Work(this::judge, policy, editing, details);
  }

  /** The marks of every message. */
  public Marking marking() {
    return new Marking(new TrustBoundary(Set.of("mx.example.org"), 0, Set.of()), false);
  }

  /** The clock of every door. */
  public static InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  private CaseRecord judge(Arrival arrival) {
    arrivals.add(arrival);
    String words = arrival.octets().decode(StandardCharsets.ISO_8859_1);
    if (words.contains("fault")) {
      throw new IllegalStateException("words of the mail");
    }
    long end = System.nanoTime() + Duration.ofMillis(1_500).toNanos();
    while (words.contains("slow") && end - System.nanoTime() > 0) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    return record(words.contains("scam") ? Band.CALLBACK_PHISHING : Band.CLEAR);
  }

  /** A case of which nothing but the verdict is known. */
  public static CaseRecord record(Band band) {
    double score = band == Band.CLEAR ? 0.01 : 0.99;
    return new CaseRecord(
        new Message(
            new HeaderSection(List.of()),
            new Addressing(List.of(), List.of(), List.of(), List.of(), List.of()),
            List.of(),
            List.of()),
        Authenticated.notAssessed("Nothing was checked."),
        new DeliveryPath(new DeliveryPath.Road.Direct(), List.of(), false),
        new Recognition.Unrecognised(),
        Optional.empty(),
        List.of(),
        List.of(),
        new Verdict(band, score, Map.of(), Explanation.leaf(0, "nothing")),
        new Advice("", List.of(), List.of()),
        Duration.ZERO);
  }
}
