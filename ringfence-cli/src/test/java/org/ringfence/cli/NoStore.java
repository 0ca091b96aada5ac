package org.ringfence.cli;

import java.io.FileNotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Standing;

/** Keeps and remembers nothing: who wants something kept is told that it cannot be. */
final class NoStore implements Custody, CaseBook {
  private static CustodyFailure none() {
    return new CustodyFailure("There is no store.", new FileNotFoundException("store"));
  }

  @Override
  public void take(KeptMail mail, CaseEntry entry) {
    throw none();
  }

  @Override
  public Optional<KeptMail> mail(CaseId id) {
    return Optional.empty();
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
  public boolean move(Kept kept, Standing to, String by) {
    throw none();
  }

  @Override
  public void recover(Instant now) {}

  @Override
  public void record(CaseEntry entry) {}

  @Override
  public void count(CaseEntry entry) {}

  @Override
  public Optional<CaseEntry> find(CaseId id) {
    return Optional.empty();
  }

  @Override
  public List<CaseEntry> search(Query query) {
    return List.of();
  }
}
