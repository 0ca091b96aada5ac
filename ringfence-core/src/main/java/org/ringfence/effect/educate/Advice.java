package org.ringfence.effect.educate;

import java.util.List;
import java.util.Optional;
import org.ringfence.knowledge.Directory.PublishedNumber;

/**
 * Safe ways to check a mail, what is known of its numbers, and the language to say it in.
 *
 * @param language the language the mail is written in (BCP 47), empty where it cannot be told; see
 *     {@link ReaderLanguage}
 * @param platform the name of the platform that it is from, or pretends to be; empty for none
 * @param safeWays where to look without the mail: the platform's own first, then those of the
 *     brands it speaks for
 * @param published numbers of the mail that a brand publishes itself; they clear nothing
 * @param publishers the names of brands it speaks of that publish numbers, those named most first
 */
public record Advice(
    String language,
    String platform,
    List<SafeWay> safeWays,
    List<Published> published,
    List<String> publishers) {
  public Advice {
    safeWays = List.copyOf(safeWays);
    published = List.copyOf(published);
    publishers = List.copyOf(publishers);
  }

  /** Advice on a mail that is no platform's and speaks of no brand that publishes numbers. */
  public Advice(String language, List<SafeWay> safeWays, List<Published> published) {
    this(language, "", safeWays, published, List.of());
  }

  /** The name of the brand that publishes {@code e164}. */
  public Optional<String> publisher(String e164) {
    return published.stream()
        .filter(one -> one.number().e164().equals(e164))
        .map(Published::brand)
        .findFirst();
  }

  /**
   * A way to check that does not lead through the mail.
   *
   * @param name whom it is about, for people
   * @param address what to type into the browser
   * @param how what to look for there, one sentence
   */
  public record SafeWay(String name, String address, String how) {}

  /**
   * A number of the mail that is a brand's own.
   *
   * @param brand the brand's name for people
   * @param number the number, and where the brand publishes it
   */
  public record Published(String brand, PublishedNumber number) {}
}
