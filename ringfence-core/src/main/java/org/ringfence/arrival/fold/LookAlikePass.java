package org.ringfence.arrival.fold;

/**
 * Puts Latin letters in the place of their look-alikes, word by word.
 *
 * <p>A word that mixes Latin letters with look-alikes is Latin. A word wholly of look-alikes is
 * Latin only in a text that is written in Latin letters: Russian "сор" and Greek "του" must stay
 * themselves in a Russian and a Greek mail. One foreign word planted among many Latin ones does not
 * buy the others their disguise.
 */
final class LookAlikePass {
  /** How many Latin words one foreign word stands against. */
  private static final int OUTWEIGHS = 4;

  private final String text;
  private final char[] folded;
  private final int[] origin;
  private final int length;
  private final LookAlikes lookAlikes;

  LookAlikePass(String text, char[] folded, int[] origin, int length, LookAlikes lookAlikes) {
    this.text = text;
    this.folded = folded;
    this.origin = origin;
    this.length = length;
    this.lookAlikes = lookAlikes;
  }

  void run() {
    boolean latinText = isLatinText();
    for (int start = nextWord(0); start < length; ) {
      int end = wordEnd(start);
      Word word = read(start, end);
      if (word.isDisguised(latinText)) {
        replace(start, end);
      }
      start = nextWord(end);
    }
  }

  private boolean isLatinText() {
    int latin = 0;
    int other = 0;
    for (int start = nextWord(0); start < length; ) {
      int end = wordEnd(start);
      Word word = read(start, end);
      latin += word.latin > 0 ? 1 : 0;
      other += word.latin == 0 && word.foreign > word.exact ? 1 : 0;
      start = nextWord(end);
    }
    return latin > OUTWEIGHS * other;
  }

  private Word read(int start, int end) {
    Word word = new Word();
    for (int i = start; i < end; i++) {
      int codePoint = originalAt(i);
      if (!LookAlikes.isForeign(codePoint)) {
        word.latin += isLatin(folded[i]) ? 1 : 0;
        word.digits += isDigit(folded[i]) ? 1 : 0;
        continue;
      }
      word.foreign++;
      word.exact += lookAlikes.exact(codePoint) == LookAlikes.NONE ? 0 : 1;
    }
    return word;
  }

  private void replace(int start, int end) {
    for (int i = start; i < end; i++) {
      int codePoint = originalAt(i);
      if (LookAlikes.isForeign(codePoint) && !Character.isSurrogate(folded[i])) {
        char latin = lookAlikes.rough(codePoint);
        folded[i] = latin == LookAlikes.NONE ? folded[i] : latin;
      }
    }
  }

  private int originalAt(int i) {
    return text.codePointAt(origin[i]);
  }

  private int nextWord(int from) {
    int i = from;
    while (i < length && !isOfWord(folded[i])) {
      i++;
    }
    return i;
  }

  private int wordEnd(int start) {
    int i = start;
    while (i < length && isOfWord(folded[i])) {
      i++;
    }
    return i;
  }

  private static boolean isOfWord(char c) {
    return c < 128 ? isLatin(c) || isDigit(c) : Character.isLetterOrDigit(c);
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** How a word's letters divide. */
  private static final class Word {
    private int latin;
    private int digits;
    private int foreign;
    private int exact;

    /** Whether the word is Latin in disguise. */
    boolean isDisguised(boolean latinText) {
      if (foreign == 0) {
        return false;
      }
      return latin > 0
          ? exact == foreign || latin > 2 * foreign
          : exact == foreign && (latinText || digits > foreign);
    }
  }
}
