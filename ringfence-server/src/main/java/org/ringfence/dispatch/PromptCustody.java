package org.ringfence.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Standing;

/**
 * A custody that says when something has come to wait for being sent, so that nobody who released a
 * mail waits for the dispatch's next look.
 *
 * @param custody keeps the mail
 * @param poke told that something waits
 */
public record PromptCustody(Custody custody, Runnable poke) implements Custody {
  @Override
  public void take(KeptMail mail, CaseEntry entry) {
    custody.take(mail, entry);
    if (mail.keeps().stream().anyMatch(keep -> keep.standing() instanceof Standing.Waiting)) {
      poke.run();
    }
  }

  @Override
  public boolean move(Kept kept, Standing to, String by) {
    boolean moved = custody.move(kept, to, by);
    if (moved && to instanceof Standing.Waiting) {
      poke.run();
    }
    return moved;
  }

  @Override
  public Optional<KeptMail> mail(CaseId id) {
    return custody.mail(id);
  }

  @Override
  public List<Kept> list(Wanted wanted) {
    return custody.list(wanted);
  }

  @Override
  public List<Kept> due(Instant now, int most) {
    return custody.due(now, most);
  }

  @Override
  public List<Kept> held(Instant now, int most) {
    return custody.held(now, most);
  }

  @Override
  public void recover(Instant now) {
    custody.recover(now);
  }
}
