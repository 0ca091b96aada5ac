package org.ringfence.reception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Standing;

/** Keeps what it is given in a list, and remembers nothing else. */
public final class FakeCustody implements Custody, CaseBook {
  /** What was kept. */
  public final List<KeptMail> kept = new ArrayList<>();

  /** What was remembered. */
  public final List<CaseEntry> remembered = new ArrayList<>();

  @Override
  public synchronized void take(KeptMail mail, CaseEntry entry) {
    kept.add(mail);
    remembered.add(entry);
  }

  @Override
  public synchronized void record(CaseEntry entry) {
    remembered.add(entry);
  }

  @Override
  public void count(CaseEntry entry) {}

  @Override
  public Optional<KeptMail> mail(CaseId id) {
    return kept.stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  @Override
  public List<Kept> list(Wanted wanted) {
    return List.of();
  }

  @Override
  public List<Kept> due(Instant now, int most) {
    return List.of();
  }

  @Override
  public List<Kept> held(Instant now, int most) {
    return List.of();
  }

  @Override
  public boolean move(Kept one, Standing to, String by) {
    return false;
  }

  @Override
  public void recover(Instant now) {}

  @Override
  public Optional<CaseEntry> find(CaseId id) {
    return remembered.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  @Override
  public List<CaseEntry> search(Query query) {
    return List.of();
  }
}
