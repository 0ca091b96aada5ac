package org.ringfence.cli.show;

import java.util.List;

/**
 * Text whose addresses cannot be followed by a click: {@code https[:]//}, {@code www[.]}, {@code
 * tel[:]}. Terminals and mail programs turn the plain forms into links by themselves.
 */
public final class Defanged {
  private static final List<String> SCHEMES =
      List.of("mailto", "tel", "sip", "sms", "file", "data", "javascript");

  private Defanged() {}

  /** {@code text} with every address made unfollowable. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit == ':' && isScheme(text, at)) {
        out.append("[:]");
      } else if (unit == '.' && text.regionMatches(true, at - 3, "www", 0, 3)) {
        out.append("[.]");
      } else {
        out.append(unit);
      }
    }
    return out.toString();
  }

  private static boolean isScheme(String text, int colon) {
    return text.startsWith("//", colon + 1)
        || SCHEMES.stream()
            .anyMatch(
                scheme ->
                    text.regionMatches(true, colon - scheme.length(), scheme, 0, scheme.length()));
  }
}
