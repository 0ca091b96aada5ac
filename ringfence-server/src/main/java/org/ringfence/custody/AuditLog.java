package org.ringfence.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who did what. Entries are added, never changed. May be shared between threads. */
public interface AuditLog {
  /** The actor where nobody asked for it but Ringfence itself. */
  String RINGFENCE = "ringfence";

  /** Remembers an entry; durable on return. */
  void record(Entry entry);

  /** Entries, newest first; {@code before} is the number of the last of the page before. */
  List<Numbered> list(Optional<Long> before, int most);

  /**
   * Something that was done.
   *
   * @param at when
   * @param actor who: a person's or a token's name, or "ringfence"
   * @param action what, in one word such as "release"
   * @param subject what with: a case's id, a rule's name
   * @param detail more, one sentence at most
   */
  record Entry(Instant at, String actor, String action, String subject, String detail) {}

  /** An entry and its number, which grows. */
  record Numbered(long number, Entry entry) {}
}
