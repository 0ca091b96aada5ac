package org.ringfence.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Mail in our care. What was taken outlives every crash; what moves, moves once. May be shared
 * between threads.
 *
 * <p>All of it throws {@link CustodyFailure} where the store cannot be had.
 */
public interface Custody {
  /**
   * Takes a mail, with its case. On return it is on the disk: only then may anybody be told that it
   * was taken. Taking the same id twice changes nothing.
   *
   * <p>A client that got no answer, because we were killed before we gave it, comes again with the
   * same mail. Where the same octets from the same sender for the same recipients were taken less
   * than a day ago, and stand for all of them as they did then, the case is remembered as one that
   * repeats the first, and the mail is not kept twice.
   */
  void take(KeptMail mail, CaseEntry entry);

  /**
   * The mail of a case, whatever its standing, as long as its octets are kept. Of a case that
   * repeats another, the other's mail.
   */
  Optional<KeptMail> mail(CaseId id);

  /**
   * What is kept, newest first.
   *
   * @param wanted which
   */
  List<Kept> list(Wanted wanted);

  /**
   * What is to be done by {@code now}: mail that waits to be sent, and held mail whose time is up;
   * the oldest first.
   */
  List<Kept> due(Instant now, int most);

  /**
   * Mail that waits to be confirmed and whose time is not up, the longest unasked first. Whoever
   * has asked moves it to the standing that it has, so that the next one is asked about next.
   */
  List<Kept> held(Instant now, int most);

  /**
   * Moves a mail from one standing to another for one recipient, if it still stands there: of
   * several who try, one moves it.
   *
   * @param by who moves it, for the audit log: a person's name, or {@link AuditLog#RINGFENCE},
   *     whose moves are in the log of mail alone
   * @return whether it was moved
   */
  boolean move(Kept kept, Standing to, String by);

  /**
   * Moves what a crash found {@link Standing.Sending} on: deliveries wait again, releases stay for
   * somebody to look at as {@link Standing.Refused} with a reason. Called once, before anything is
   * sent.
   */
  void recover(Instant now);

  /** A recipient's mail, and how it stands. */
  record Kept(CaseEntry entry, String recipient, Standing standing) {}

  /**
   * Which mails are wanted.
   *
   * @param standings the keys of the standings; empty for all
   * @param recipient the recipient, in lower case; empty for all
   * @param before only cases older than this; empty to begin with the newest
   * @param most how many; a case is not cut in two, so there may be some more
   */
  record Wanted(
      List<String> standings, Optional<String> recipient, Optional<CaseId> before, int most) {
    public Wanted {
      standings = List.copyOf(standings);
    }
  }
}
