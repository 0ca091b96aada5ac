package org.ringfence.cli.flow;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Standing;
import org.ringfence.store.Store;
import org.ringfence.store.StoreSettings;

/** What is kept, seen and released by another process than the one that serves. */
record Quarantine(StoreSettings settings) {
  private static final int PAGE = 500;

  /**
   * A kept mail.
   *
   * @param number the number that {@link Traffic} gave it
   */
  record Kept(Custody.Kept kept, int number) {
    String id() {
      return kept.entry().id().text();
    }

    String state() {
      return kept.standing().key();
    }
  }

  /** The one whose state is in {@code folder}, as {@link Serving} has it. */
  static Quarantine of(Path folder) {
    return new Quarantine(new StoreSettings.Sqlite(folder.resolve("ringfence/ringfence.db")));
  }

  /** The numbers of all mails that are kept. */
  Set<Integer> numbers() {
    return all().stream().map(Kept::number).collect(Collectors.toSet());
  }

  /** All that is kept, whatever its standing. */
  List<Kept> all() {
    return standing(List.of());
  }

  /** All that stands so. */
  List<Kept> standing(List<String> keys) {
    List<Kept> all = new ArrayList<>();
    try (Store store = Store.open(settings)) {
      List<Custody.Kept> page = page(store, keys, all);
      while (!page.isEmpty()) {
        page.forEach(
            kept -> all.add(new Kept(kept, Traffic.number(kept.entry().summary().subject()))));
        page = page(store, keys, all);
      }
    }
    return all;
  }

  private static List<Custody.Kept> page(Store store, List<String> keys, List<Kept> before) {
    Optional<CaseId> last =
        before.isEmpty() ? Optional.empty() : Optional.of(before.getLast().kept().entry().id());
    return store.custody().list(new Custody.Wanted(keys, Optional.empty(), last, PAGE));
  }

  /** Lets mails go, as somebody who looked at them would. */
  void release(List<Kept> all) {
    try (Store store = Store.open(settings)) {
      for (Kept one : all) {
        Custody.Kept kept = one.kept();
        Standing waiting =
            new Standing.Waiting(kept.recipient(), Standing.Purpose.RELEASE, Instant.now(), 0);
        if (!store.custody().move(kept, waiting, "tests")) {
          throw new IllegalStateException(one.id() + " was moved by somebody else.");
        }
      }
    }
  }
}
