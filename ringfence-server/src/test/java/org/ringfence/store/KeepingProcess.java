package org.ringfence.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody.Kept;
import org.ringfence.custody.Custody.Wanted;
import org.ringfence.custody.Standing;

/** Takes and releases mail without end and says after each step what it did, until it is killed. */
final class KeepingProcess {
  private KeepingProcess() {}

  /** Takes the store's file and the beginning of the subjects. */
  public static void main(String[] arguments) {
    try (Store store = Store.open(new StoreSettings.Sqlite(Path.of(arguments[0])))) {
      for (int i = 0; ; i++) {
        String words = arguments[1] + i;
        CaseId id = Mails.id(Instant.now());
        store
            .custody()
            .take(
                Mails.mail(id, words, Mails.keep("a@b.c", Mails.QUARANTINED)),
                Mails.entry(id, words, "callback-phishing"));
        System.out.println("taken " + id);
        if (i % 2 == 0) {
          Kept kept = newest(store);
          Standing sent = new Standing.Sent(Instant.EPOCH.plus(Duration.ofDays(1)));
          store.custody().move(kept, sent, AuditLog.RINGFENCE);
          System.out.println("sent " + kept.entry().id());
        }
      }
    }
  }

  private static Kept newest(Store store) {
    return store
        .custody()
        .list(new Wanted(List.of(), Optional.empty(), Optional.empty(), 1))
        .getFirst();
  }
}
