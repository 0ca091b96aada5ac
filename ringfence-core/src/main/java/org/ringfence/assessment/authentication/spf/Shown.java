package org.ringfence.assessment.authentication.spf;

/** Strangers' text as a sentence of ours may show it: printable ASCII, and not much of it. */
final class Shown {
  private static final int QUOTE = 80;
  private static final int EXPLANATION = 500;

  private Shown() {}

  /** A short quote. */
  static String quote(String text) {
    return printable(text, QUOTE);
  }

  /** The words of an explanation, which an MTA may put into a reply. */
  static String explanation(String text) {
    return printable(text, EXPLANATION);
  }

  private static String printable(String text, int most) {
    var shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), most); i++) {
      char c = text.charAt(i);
      shown.append(c >= ' ' && c <= '~' ? c : '?');
    }
    return shown.append(text.length() > most ? "..." : "").toString();
  }
}
