package org.ringfence.effect.act.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of one text, noted in any order; what none of them covers stays as it is. */
final class TextEdits {
  private final List<Edit> edits = new ArrayList<>();

  /** What stands instead of the characters from {@code start} to {@code end}. */
  private record Edit(int start, int end, String replacement) {}

  void replace(int start, int end, String replacement) {
    edits.add(new Edit(start, end, replacement));
  }

  void insert(int at, String words) {
    replace(at, at, words);
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  /** The changed text. Of two edits of the same characters, the first by place is made. */
  String applied(String text) {
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    var out = new StringBuilder(text.length() + 1_024);
    int done = 0;
    for (Edit edit : edits) {
      if (edit.start() >= done) {
        out.append(text, done, edit.start()).append(edit.replacement());
        done = edit.end();
      }
    }
    return out.append(text, done, text.length()).toString();
  }
}
