package org.ringfence.assessment.number;

/**
 * One way of writing numbers in a region, ready to be compared.
 *
 * @param region whose numbers they are
 * @param pattern a digit for itself, {@code N} for any digit, {@code A} for a letter of the keypad
 * @param boundaries bit k is set where a new group starts before digit k
 * @param isShort whether no numbering plan is to be asked
 * @param onlyWhenAsked whether it counts only where the text asks for a call
 */
record NumberForm(
    String region, String pattern, int boundaries, boolean isShort, boolean onlyWhenAsked) {
  /** Reads {@code written}, such as "0800-NNN-NNNN". */
  static NumberForm of(String region, String written, boolean isShort, boolean onlyWhenAsked) {
    int boundaries = 0;
    int digits = 0;
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) == '-') {
        boundaries |= 1 << digits;
      } else {
        digits++;
      }
    }
    return new NumberForm(region, written.replace("-", ""), boundaries, isShort, onlyWhenAsked);
  }

  /** Whether the digits of {@code all} from {@code from} on, as many as the form has, fit it. */
  boolean fits(CharSequence all, int from) {
    for (int i = 0; i < pattern.length(); i++) {
      char wanted = pattern.charAt(i);
      if (wanted != 'N' && wanted != all.charAt(from + i)) {
        return false;
      }
    }
    return true;
  }

  /** How many digits stand before the letters of a vanity form. */
  int digitsBeforeLetters() {
    int letters = pattern.indexOf('A');
    return letters < 0 ? pattern.length() : letters;
  }
}
