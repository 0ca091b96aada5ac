package org.ringfence.assessment.authentication;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A domain name as the DNS holds it.
 *
 * @param value its labels as A-labels (RFC 5890 §2.3.2.1), in lower case, without the final dot
 */
public record DomainName(String value) {
  private static final int MAX_LENGTH = 253;
  private static final int MAX_LABEL = 63;

  /**
   * What IDNA 2003 and IDNA 2008 map to different names: sharp s, final sigma and the joiners. A
   * name with one of them is no name here, or one domain could speak for another.
   */
  private static final String DEVIATIONS = "\u00DF\u1E9E\u03C2\u200C\u200D";

  /** Reads a name as a field or record writes it; empty where {@code text} is none. */
  public static Optional<DomainName> of(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (name.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String ascii = ascii(name).toLowerCase(Locale.ROOT);
    return isName(ascii) ? Optional.of(new DomainName(ascii)) : Optional.empty();
  }

  private static String ascii(String name) {
    if (isAscii(name)) {
      return name;
    }
    if (name.chars().anyMatch(c -> DEVIATIONS.indexOf(c) >= 0)) {
      return "";
    }
    try {
      return IDN.toASCII(name);
    } catch (IllegalArgumentException notAName) {
      return "";
    }
  }

  private static boolean isAscii(String name) {
    boolean is = true;
    for (int i = 0; is && i < name.length(); i++) {
      is = name.charAt(i) < 0x80;
    }
    return is;
  }

  private static boolean isName(String ascii) {
    boolean is = ascii.length() <= MAX_LENGTH;
    int label = 0;
    for (int i = 0; is && i <= ascii.length(); i++) {
      boolean ends = i == ascii.length() || ascii.charAt(i) == '.';
      is = ends ? label > 0 && label <= MAX_LABEL : isOfLabel(ascii.charAt(i));
      label = ends ? 0 : label + 1;
    }
    return is;
  }

  /** Underscores are no letters of host names, but selectors and signing domains have them. */
  private static boolean isOfLabel(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  /** Its labels, the leftmost first. */
  public List<String> labels() {
    return List.of(value.split("\\."));
  }

  /** The name of its last {@code count} labels; the name itself where it has no more. */
  public DomainName last(int count) {
    int dot = value.length();
    for (int i = 0; i < count && dot >= 0; i++) {
      dot = value.lastIndexOf('.', dot - 1);
    }
    return dot < 0 ? this : new DomainName(value.substring(dot + 1));
  }

  /** Whether this is {@code other} or a name below it. */
  public boolean isOrIsBelow(DomainName other) {
    return value.equals(other.value) || value.endsWith("." + other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
