package org.ringfence.custody;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What was found out about a mail, as lists show it. Words are those of the policy's view, empty
 * where there is none.
 *
 * @param verdict "clear", "suspicious", "callback-phishing", or "not-judged"
 * @param reason why it was not judged; empty where it was
 * @param score the probability of callback phishing, 0 to 1; 0 where it was not judged
 * @param subject its subject, a stranger's words
 * @param author its author's address, a stranger's word
 * @param platform the platform's id
 * @param notification the notification's kind
 * @param standing whose notification it is: "not-ours" and so on
 * @param road by which road it came
 * @param hallmarks the hallmarks it shows
 * @param numbers the telephone numbers it shows, each once
 * @param details all of it as JSON, as {@code scan --format json} writes it; empty where not kept
 * @param page what the page for its recipients is made of, as JSON; empty where not kept
 * @param elapsed how long judging took
 */
public record Summary(
    String verdict,
    String reason,
    double score,
    String subject,
    String author,
    String platform,
    String notification,
    String standing,
    String road,
    List<String> hallmarks,
    List<Telephone> numbers,
    String details,
    String page,
    Duration elapsed) {
  public Summary {
    hallmarks = List.copyOf(hallmarks);
    numbers = List.copyOf(numbers);
    // What an earlier version kept has none.
    page = Objects.requireNonNullElse(page, "");
  }

  /** What is known of a mail that no page explains. */
  public Summary(
      String verdict,
      String reason,
      double score,
      String subject,
      String author,
      String platform,
      String notification,
      String standing,
      String road,
      List<String> hallmarks,
      List<Telephone> numbers,
      String details,
      Duration elapsed) {
    this(
        verdict,
        reason,
        score,
        subject,
        author,
        platform,
        notification,
        standing,
        road,
        hallmarks,
        numbers,
        details,
        "",
        elapsed);
  }

  /**
   * A telephone number.
   *
   * @param e164 the number, such as +18085550142
   * @param called whether the mail asks its reader to call it
   * @param brands the ids of the brands that the mail names
   */
  public record Telephone(String e164, boolean called, List<String> brands) {
    public Telephone {
      brands = List.copyOf(brands);
    }
  }
}
