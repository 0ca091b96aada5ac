package org.ringfence.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Keep;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Standing;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.mail.Octets;

/** Takes what is to be kept, for a test to look at. */
final class KeepingStore implements Custody, CaseBook {
  /** What was taken, in order. */
  final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();

  /** For whom it was kept and how it stands, in order. */
  final BlockingQueue<AsKept> kept = new LinkedBlockingQueue<>();

  /** How one mail is kept. */
  record AsKept(List<Keep> keeps) {}

  /** A mail, and for whom it is kept in which form. */
  record Taken(Octets octets, List<String> recipients, List<MessageEdits> forms) {}

  @Override
  public void take(KeptMail mail, CaseEntry entry) {
    kept.add(new AsKept(mail.keeps()));
    taken.add(
        new Taken(
            mail.arrival().octets(),
            mail.keeps().stream().map(Keep::recipient).toList(),
            mail.keeps().stream().map(Keep::edits).toList()));
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
    return false;
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
