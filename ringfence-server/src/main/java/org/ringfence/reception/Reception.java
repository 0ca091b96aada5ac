package org.ringfence.reception;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.custody.Fate;
import org.ringfence.custody.Receipt;
import org.ringfence.custody.Summary;
import org.ringfence.effect.act.Disposition;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.act.Ruling;
import org.ringfence.mail.Deadline;
import org.ringfence.operation.Meters;

/**
 * Has each message judged, has kept what is to be kept, and answers in time.
 *
 * <p>Judging runs on threads of the system, a fixed number of them, while doors wait on virtual
 * ones: a message that keeps a processor busy would otherwise keep every door from watching its
 * deadline. A judgement that comes too late is not interrupted, as its own bounds end it, and is
 * thrown away. Where there is no judgement in time, or a fault of ours instead, the site's {@link
 * FailMode} is the answer. What is to be kept is on the disk before the door is answered. May be
 * shared between threads.
 */
public final class Reception implements AutoCloseable {
  private final AtomicReference<Terms> terms;
  private final Care care;
  private final LongSupplier ticker;
  private final MailLog log;
  private final ExecutorService judges;

  /**
   * @param ticker the elapsed-time clock in nanoseconds
   */
  public Reception(Work work, Care care, ReceptionSettings settings, LongSupplier ticker) {
    this(work, care, settings, ticker, Meters.none());
  }

  /**
   * @param ticker the elapsed-time clock in nanoseconds
   * @param meters count what passes
   */
  public Reception(
      Work work, Care care, ReceptionSettings settings, LongSupplier ticker, Meters meters) {
    this.log = new MailLog(meters);
    this.terms = new AtomicReference<>(new Terms(work, settings));
    this.care = care;
    this.ticker = ticker;
    this.judges =
        Executors.newFixedThreadPool(
            settings.judgements(), Thread.ofPlatform().name("judge-", 0).daemon().factory());
  }

  /** Judges by {@code next} from the next message on; those under way end as they began. */
  public void exchange(Work next) {
    terms.updateAndGet(now -> new Terms(next, now.settings()));
  }

  /**
   * The same, and within other bounds. How many messages are judged at once stays as it is: their
   * threads are there.
   */
  public void exchange(Work next, ReceptionSettings settings) {
    terms.set(new Terms(next, settings));
  }

  /** By what messages are judged, and within which bounds: exchanged together. */
  private record Terms(Work work, ReceptionSettings settings) {}

  /** A message under way: what it is, its name, and by which terms it is judged. */
  private record Task(Handover handover, CaseId id, Terms terms, Deadline deadline) {
    Work work() {
      return terms.work();
    }

    ReceptionSettings settings() {
      return terms.settings();
    }
  }

  private Task task(Handover handover) {
    Terms now = terms.get();
    return new Task(handover, care.newCase(), now, Deadline.in(now.settings().deadline(), ticker));
  }

  private Remembering remembering(Task task) {
    return new Remembering(care.book(), task.settings().memory());
  }

  /**
   * Has a message judged, keeps it where it is to be kept, and waits for the answer.
   *
   * @throws IOException where the mail server has gone meanwhile; then nothing was kept
   */
  public Answer receive(Handover handover, Waiting waiting) throws IOException {
    Task task = task(handover);
    return answer(task, judged(task, waiting));
  }

  /** What came of judging, and its summary: made of words of the mail, and so within the guard. */
  private record Summed(Judged judged, Summary summary) {
    static Summed of(Judged judged, Task task) {
      return new Summed(judged, Summaries.of(judged, task.work()));
    }

    static Summed not(String reason, String fault) {
      Judged.Not not = new Judged.Not(reason, fault);
      return new Summed(not, Summaries.of(not));
    }
  }

  /**
   * Has a message judged for somebody who only asks: it is remembered, and nothing is done with it.
   *
   * @throws IOException where he has gone meanwhile
   */
  public Examined examine(Handover handover, Waiting waiting) throws IOException {
    Task task = task(handover);
    Summed summed = judged(task, waiting);
    remembering(task).remember(entry(task, summed, List.of()));
    log.write(task.id(), handover, summed.judged(), "examine", elapsed(task));
    return new Examined(task.id(), summed.judged());
  }

  /**
   * Answers for a message that cannot be judged at all.
   *
   * @param reason one plain sentence, without words of the message
   */
  public Answer refuse(Handover handover, String reason) {
    return answer(task(handover), Summed.not(reason, ""));
  }

  /**
   * Keeps for delivery what a door could not deliver after all, while it did the rest and so cannot
   * have the mail come again. The mail gets a second case, for these recipients.
   *
   * @param left for whom, and with which edits
   * @throws CustodyFailure where it cannot be kept; then nobody may be told that it was taken
   */
  public CaseId keep(Handover handover, Answer answer, Map<String, MessageEdits> left) {
    CaseId id = care.newCase();
    care.keep(handover.arrival(), answer.entry().forSome(id, left.keySet()), left);
    log.keptForDelivery(id, answer.id(), left.size());
    return id;
  }

  /** Takes no further message; those that are being judged have no one waiting for them. */
  @Override
  public void close() {
    judges.shutdownNow();
  }

  private Summed judged(Task task, Waiting waiting) throws IOException {
    Future<Summed> judging;
    try {
      judging = judges.submit(() -> judge(task));
    } catch (RejectedExecutionException closed) {
      return Summed.not("Ringfence is being stopped.", "");
    }
    try {
      return await(judging, task, waiting);
    } finally {
      // One that has not begun leaves the queue; one that has is left alone.
      judging.cancel(false);
    }
  }

  /** The guard of the flow: a fault of ours is an answer that the site has chosen. */
  private static Summed judge(Task task) {
    try {
      return Summed.of(task.work().judged(task.handover(), task.id()), task);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      return Summed.not("Ringfence failed on this message.", Fault.of(fault));
    }
  }

  private static Summed await(Future<Summed> judging, Task task, Waiting waiting)
      throws IOException {
    while (true) {
      Duration left = task.deadline().left();
      Duration progress = task.settings().progress();
      Duration turn = left.compareTo(progress) < 0 ? left : progress;
      try {
        return judging.get(turn.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException notYet) {
        if (task.deadline().isOver()) {
          return Summed.not("Judging took longer than the deadline.", "");
        }
        waiting.stillJudging();
      } catch (ExecutionException fault) {
        return Summed.not("Ringfence failed on this message.", Fault.of(fault));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return Summed.not("Ringfence is being stopped.", "");
      }
    }
  }

  private Answer answer(Task task, Summed summed) {
    List<Judged.Ruled> ruled =
        switch (summed.judged()) {
          case Judged.Case(var _, List<Judged.Ruled> rulings) -> rulings;
          case Judged.Not(String reason, var _) ->
              List.of(
                  unjudged(task, task.settings().failMode(task.handover().door().name()), reason));
        };
    Parting.Parted parted = part(task, ruled);
    CaseEntry entry = entry(task, summed, ruled);
    Answer answer;
    try {
      care.take(task.handover(), entry, parted, remembering(task));
      answer = new Answer(entry, parted.parts());
      log.write(task.id(), task.handover(), summed.judged(), did(ruled), elapsed(task));
    } catch (CustodyFailure failure) {
      Judged.Ruled instead =
          unjudged(task, task.settings().storeFailMode(), "The message could not be kept.");
      answer = new Answer(entry, part(task, List.of(instead)).parts());
      log.notKept(task.id(), failure);
      log.write(task.id(), task.handover(), summed.judged(), did(List.of(instead)), elapsed(task));
    }
    return answer;
  }

  private Parting.Parted part(Task task, List<Judged.Ruled> ruled) {
    ReceptionSettings settings = task.settings();
    return new Parting(task.handover(), settings.holdsThere(), settings.sends(), care.now())
        .of(ruled);
  }

  private static Judged.Ruled unjudged(Task task, FailMode mode, String reason) {
    return new Judged.Ruled(
        Ruling.of(task.handover().arrival().envelope().rcptTo(), mode.disposition()),
        task.work().notJudged(reason, task.handover(), task.id()));
  }

  private CaseEntry entry(Task task, Summed summed, List<Judged.Ruled> ruled) {
    Handover handover = task.handover();
    return new CaseEntry(
        task.id(),
        new Receipt(
            handover.door().name(),
            handover.id(),
            handover.arrival().receivedAt().orElseGet(care::now),
            handover.arrival().client(),
            handover.arrival().envelope(),
            handover.arrival().octets().length()),
        summed.summary(),
        ruled.stream().flatMap(one -> fates(one.ruling()).stream()).toList());
  }

  private static List<Fate> fates(Ruling ruling) {
    String did = ruling.disposition().key();
    return ruling.recipients().isEmpty()
        ? List.of(new Fate("", did, ruling.rules()))
        : ruling.recipients().stream().map(one -> new Fate(one, did, ruling.rules())).toList();
  }

  private static String did(List<Judged.Ruled> ruled) {
    return String.join(
        ",",
        ruled.stream()
            .map(Judged.Ruled::ruling)
            .map(Ruling::disposition)
            .map(Disposition::key)
            .distinct()
            .toList());
  }

  private static Duration elapsed(Task task) {
    return task.settings().deadline().minus(task.deadline().left());
  }
}
