package org.ringfence.effect.act.body;

import java.util.List;

/** The schemes of addresses that make a telephone dial or text (RFC 3966, RFC 5724). */
final class PhoneSchemes {
  private static final List<String> SCHEMES =
      List.of("facetime-audio:", "facetime:", "callto:", "smsto:", "tel:", "sms:", "mms:");

  private PhoneSchemes() {}

  /** Whether {@code address}, in lower case, begins with one. */
  static boolean isPhone(String address) {
    return SCHEMES.stream().anyMatch(address::startsWith);
  }

  /** Takes the schemes out of a text: what is left is a number and no address. */
  static boolean remove(String text, TextEdits edits) {
    boolean any = false;
    int colon = text.indexOf(':');
    while (colon >= 0) {
      int start = start(text, colon);
      if (start >= 0 && dials(text, colon + 1)) {
        edits.replace(start, colon + 1, "");
        any = true;
      }
      colon = text.indexOf(':', colon + 1);
    }
    return any;
  }

  private static int start(String text, int colon) {
    for (String scheme : SCHEMES) {
      int start = colon + 1 - scheme.length();
      boolean stands =
          start >= 0
              && text.regionMatches(true, start, scheme, 0, scheme.length())
              && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
      if (stands) {
        return start;
      }
    }
    return -1;
  }

  private static boolean dials(String text, int from) {
    int i = from;
    while (i < text.length() && i < from + 3 && "+/(".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && Character.isDigit(text.charAt(i));
  }
}
