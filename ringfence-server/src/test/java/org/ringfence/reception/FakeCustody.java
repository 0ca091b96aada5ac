package org.ringfence.reception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Standing;

/** Keeps what it is given in memory: custody without a disk. */
public final class FakeCustody implements Custody, CaseBook {
  /** What was kept. */
  public final List<KeptMail> kept = new ArrayList<>();

  /** What was remembered. */
  public final List<CaseEntry> remembered = new ArrayList<>();

  private final Map<Place, Standing> standings = new LinkedHashMap<>();
  private volatile boolean failing;
  private volatile boolean faulty;
  private volatile long moveMillis;

  private record Place(CaseId id, String recipient) {}

  /** From now on, or no more, the store cannot be had. */
  public void fail(boolean from) {
    failing = from;
  }

  /** From now on, or no more, there is no memory for what is asked. */
  public void exhaust(boolean from) {
    faulty = from;
  }

  /** From now on each move takes so long. */
  public void moveIn(long millis) {
    moveMillis = millis;
  }

  private void check() {
    if (faulty) {
      throw new OutOfMemoryError("as a test wants it");
    }
    if (failing) {
      throw new CustodyFailure("The disk is full.", new IllegalStateException());
    }
  }

  @Override
  public synchronized void take(KeptMail mail, CaseEntry entry) {
    check();
    kept.add(mail);
    remembered.add(entry);
    mail.keeps()
        .forEach(one -> standings.put(new Place(mail.id(), one.recipient()), one.standing()));
  }

  @Override
  public synchronized void record(CaseEntry entry) {
    remembered.add(entry);
  }

  @Override
  public void count(CaseEntry entry) {}

  @Override
  public synchronized Optional<KeptMail> mail(CaseId id) {
    return kept.stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  /** How the mail for {@code recipient} stands; the last that was kept. */
  public synchronized Standing standing(String recipient) {
    return standings.entrySet().stream()
        .filter(one -> one.getKey().recipient().equals(recipient))
        .map(Map.Entry::getValue)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  @Override
  public synchronized List<Kept> list(Wanted wanted) {
    return all(
        one -> wanted.standings().isEmpty() || wanted.standings().contains(one.key()),
        wanted.most());
  }

  private List<Kept> all(Predicate<Standing> wanted, int most) {
    check();
    return standings.entrySet().stream()
        .filter(one -> wanted.test(one.getValue()))
        .limit(most)
        .map(
            one ->
                new Kept(
                    find(one.getKey().id()).orElseThrow(),
                    one.getKey().recipient(),
                    one.getValue()))
        .toList();
  }

  @Override
  public synchronized List<Kept> due(Instant now, int most) {
    return all(
        one ->
            (one instanceof Standing.Waiting waiting && !waiting.next().isAfter(now))
                || (one instanceof Standing.Held held && !held.until().isAfter(now)),
        most);
  }

  @Override
  public synchronized List<Kept> held(Instant now, int most) {
    return all(one -> one instanceof Standing.Held held && held.until().isAfter(now), most);
  }

  @Override
  public boolean move(Kept one, Standing to, String by) {
    try {
      Thread.sleep(moveMillis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return move(one, to);
  }

  private synchronized boolean move(Kept one, Standing to) {
    check();
    return standings.replace(new Place(one.entry().id(), one.recipient()), one.standing(), to);
  }

  @Override
  public synchronized void recover(Instant now) {
    check();
    standings.replaceAll(
        (_, standing) ->
            standing instanceof Standing.Sending sending ? recovered(sending, now) : standing);
  }

  private static Standing recovered(Standing.Sending sending, Instant now) {
    return switch (sending.purpose()) {
      case DELIVERY ->
          new Standing.Waiting(sending.to(), sending.purpose(), now, sending.attempts());
      case RELEASE -> new Standing.Refused("It was being sent when we were killed.");
    };
  }

  @Override
  public synchronized Optional<CaseEntry> find(CaseId id) {
    return remembered.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  @Override
  public List<CaseEntry> search(Query query) {
    return List.of();
  }
}
