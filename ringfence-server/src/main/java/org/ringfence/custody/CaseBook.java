package org.ringfence.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is remembered of all mail. May be shared between threads. */
public interface CaseBook {
  /**
   * Remembers a case soon. Returns at once, whatever the store does: no mail waits for a line of
   * history. What a crash or a full queue loses is counted.
   */
  void record(CaseEntry entry);

  /** Counts a case of which nothing else is to be remembered. Returns at once, as the other. */
  void count(CaseEntry entry);

  /** A case. */
  Optional<CaseEntry> find(CaseId id);

  /** Cases, newest first. */
  List<CaseEntry> search(Query query);

  /**
   * Which cases are wanted; what is empty does not matter.
   *
   * @param words words that stand in subject, author, recipients or numbers
   * @param verdict the verdict's word
   * @param platform the platform's id
   * @param standing the tenant standing's word
   * @param number a telephone number in E.164
   * @param hallmark a hallmark's id
   * @param from not older than this
   * @param to older than this
   * @param before older than this case: the last of the page before
   * @param most how many
   */
  record Query(
      String words,
      String verdict,
      String platform,
      String standing,
      String number,
      String hallmark,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<CaseId> before,
      int most) {
    /** The newest of all. */
    public static Query newest(int most) {
      return new Query(
          "", "", "", "", "", "", Optional.empty(), Optional.empty(), Optional.empty(), most);
    }
  }
}
