package org.ringfence.assessment.lure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ringfence.arrival.fold.FoldedSurface;
import org.ringfence.arrival.fold.Folding;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * Words of knowledge folded exactly as mail is, so that both meet in one form whatever the folding
 * does.
 */
final class FoldedWords {
  private final Folding folding;

  FoldedWords(Folding folding) {
    this.folding = folding;
  }

  /**
   * Each of {@code words} folded, in order; empty where nothing is left of one.
   *
   * <p>All are folded as one text, a line each, because ten thousand surfaces cost more than their
   * words.
   */
  List<String> fold(List<String> words) {
    int[] starts = new int[words.size()];
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < starts.length; i++) {
      starts[i] = lines.length();
      lines.append(words.get(i)).append('\n');
    }
    Surface surface = new Surface(SurfaceKind.PLAIN_TEXT, Place.part(""), lines.toString());
    return linesBack(folding.fold(surface), starts);
  }

  private static List<String> linesBack(FoldedSurface folded, int[] starts) {
    String[] words = new String[starts.length];
    Arrays.fill(words, "");
    String text = folded.text();
    for (int from = 0, to; from < text.length(); from = to + 1) {
      to = text.indexOf('\n', from);
      to = to < 0 ? text.length() : to;
      int found = Arrays.binarySearch(starts, folded.original(from, to).start());
      words[found < 0 ? -found - 2 : found] = text.substring(from, to);
    }
    return List.of(words);
  }

  /** {@code folded} as a key: gaps single, and neither gap nor mark at an end. */
  static String key(String folded) {
    StringBuilder key = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = Letters.plain(folded.charAt(i));
      boolean twice = c == Letters.GAP && !key.isEmpty() && key.charAt(key.length() - 1) == c;
      if (!twice && (Letters.isWord(c) || !key.isEmpty())) {
        key.append(c);
      }
    }
    int end = key.length();
    while (end > 0 && !Letters.isWord(key.charAt(end - 1))) {
      end--;
    }
    return key.substring(0, end);
  }

  /** Adds the words of {@code key} to {@code words}, but for those too short to mean anything. */
  static void addWords(String key, Set<String> words) {
    int from = 0;
    while (from < key.length()) {
      int gap = key.indexOf(Letters.GAP, from);
      int to = gap < 0 ? key.length() : gap;
      if (to - from > 3) {
        words.add(key.substring(from, to));
      }
      from = to + 1;
    }
  }
}
