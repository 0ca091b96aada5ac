package org.ringfence.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was counted of all mail. May be shared between threads. */
public interface Statistics {
  /** How many mails got which verdict at which door, oldest day first; both days included. */
  List<Verdicts> verdicts(LocalDate from, LocalDate to);

  /** How many mails each rule applied to, oldest day first; both days included. */
  List<Rules> rules(LocalDate from, LocalDate to);

  /** How many keeps there are now, one for each recipient, by their standing's key. */
  Map<String, Long> kept();

  /** A number, if a mail that is remembered whole has shown it. */
  Optional<Sighting> number(String e164);

  /**
   * The numbers seen, the last seen first.
   *
   * @param before the last of the page before
   */
  List<Sighting> numbers(Optional<Sighting> before, int most);

  /**
   * Verdicts of one day (UTC).
   *
   * @param verdict the verdict's word
   * @param mails how many
   */
  record Verdicts(LocalDate day, String door, String verdict, long mails) {}

  /**
   * Mails of one day (UTC) that a rule applied to.
   *
   * @param rule the rule as the log names it
   * @param did what became of the mail
   * @param mails how many
   */
  record Rules(LocalDate day, String rule, String did, long mails) {}

  /**
   * A telephone number that mail has shown.
   *
   * @param e164 the number
   * @param first when it was seen first
   * @param last when it was seen last
   * @param firstCase where
   * @param lastCase where
   * @param mails in how many mails
   * @param called in how many of them the reader is asked to call it
   * @param brands the ids of the brands that these mails name, the most frequent first
   */
  record Sighting(
      String e164,
      Instant first,
      Instant last,
      CaseId firstCase,
      CaseId lastCase,
      long mails,
      long called,
      List<String> brands) {
    public Sighting {
      brands = List.copyOf(brands);
    }
  }
}
