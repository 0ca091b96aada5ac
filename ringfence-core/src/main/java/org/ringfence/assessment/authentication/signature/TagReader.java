package org.ringfence.assessment.authentication.signature;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.mail.Octets;

/**
 * Reads the tags of one signature field and keeps the first thing that is wrong with them.
 *
 * <p>Where a tag is missing or wrong, its accessor returns an empty value: ask {@link #problem}
 * before any value is used.
 */
public final class TagReader {
  /** An instant must fit; twelve digits are what RFC 6376 §3.5 asks readers to take. */
  private static final int INSTANT_DIGITS = 12;

  private static final int NUMBER_DIGITS = 18;

  private final TagList tags;
  private Optional<String> problem;

  /** Reads the tags in {@code text}, an unfolded field body. */
  public TagReader(String text) {
    this.tags = TagList.of(text);
    this.problem = tags.problem();
  }

  /** What is wrong, one sentence; empty where nothing is. */
  public Optional<String> problem() {
    return problem;
  }

  /** Says that something else is wrong. */
  public void complain(String sentence) {
    if (problem.isEmpty()) {
      problem = Optional.of(sentence);
    }
  }

  /** The value of a tag that may be missing. */
  public Optional<String> optional(String tag) {
    return tags.value(tag);
  }

  /** The value of a tag that must be there and say something. */
  public String required(String tag) {
    String value = present(tag);
    if (value.isEmpty()) {
      complain("The tag \"" + tag + "\" is empty.");
    }
    return value;
  }

  /** The value of a tag that must be there. */
  private String present(String tag) {
    Optional<String> value = tags.value(tag);
    if (value.isEmpty()) {
      complain("The tag \"" + tag + "\" is missing.");
    }
    return value.orElse("");
  }

  /** Base64 with white space in it (RFC 6376 §3.2). */
  public Octets base64(String tag) {
    Optional<Octets> octets = decoded(required(tag));
    if (octets.isEmpty()) {
      complain("The tag \"" + tag + "\" is not in base64.");
    }
    return octets.orElse(Octets.empty());
  }

  static Optional<Octets> decoded(String value) {
    try {
      String packed = value.replace(" ", "").replace("\t", "");
      return Optional.of(Octets.of(Base64.getDecoder().decode(packed)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** A domain name. */
  public DomainName domain(String tag) {
    Optional<DomainName> name = DomainName.of(required(tag));
    if (name.isEmpty()) {
      complain("The tag \"" + tag + "\" is no domain name.");
    }
    return name.orElse(new DomainName("invalid"));
  }

  /** Field names with colons between them, in lower case; possibly none. */
  public List<String> fieldNames(String tag) {
    String value = present(tag);
    if (value.isEmpty()) {
      return List.of();
    }
    return List.of(value.split(":", -1)).stream()
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The algorithm of a= (RFC 6376 §3.3, RFC 8463 §3). */
  public SigningAlgorithm algorithm() {
    Optional<SigningAlgorithm> algorithm = SigningAlgorithm.of(required("a"));
    if (algorithm.isEmpty()) {
      complain("The algorithm is unknown.");
    }
    return algorithm.orElse(SigningAlgorithm.RSA_SHA256);
  }

  /** The canonicalization of the header (0) or of the body (1); simple by default. */
  public Canonicalization canonicalization(int index) {
    String[] names = optional("c").orElse("simple/simple").split("/", 3);
    // RFC 6376 §3.5: one word alone is for the header.
    String name = index < names.length ? names[index].strip() : "simple";
    Optional<Canonicalization> one = Canonicalization.of(name);
    if (one.isEmpty() || names.length > 2) {
      complain("The canonicalization is unknown.");
    }
    return one.orElse(Canonicalization.SIMPLE);
  }

  /** Seconds since 1970. */
  public Optional<Instant> instant(String tag) {
    OptionalLong seconds = number(tag, INSTANT_DIGITS);
    return seconds.isPresent()
        ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
        : Optional.empty();
  }

  /** A count of octets. */
  public OptionalLong length(String tag) {
    return number(tag, NUMBER_DIGITS);
  }

  private OptionalLong number(String tag, int digits) {
    Optional<String> value = optional(tag);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    String text = value.get();
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= digits
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isNumber) {
      complain("The tag \"" + tag + "\" is no number.");
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text));
  }
}
