package org.ringfence.assessment.lure;

import java.util.Arrays;
import java.util.List;

/**
 * All phrases, names and markers as one tree of characters, walked from each place of a text where
 * a word may begin.
 *
 * <p>The idea: every entry begins where a word begins, so failure links, which let an Aho-Corasick
 * automaton begin anywhere, have nothing to do. Without them the tree is built from sorted entries
 * in one breadth-first pass, and most words of a mail are left at their second letter. The work is
 * bounded by the text's length times the words of the longest entry. Figures: decision 0002.
 *
 * <p>Nodes are numbered breadth first, so the children of a node are neighbours: {@code
 * firstChild[n]} up to {@code firstChild[n + 1]}, in the order of their {@code label}.
 */
final class PhraseTrie {
  /** What an entry is, in the words of whoever built the tree. */
  interface Hits {
    /** {@code meaning} was found from {@code start} to {@code end}; by start, then by end. */
    void hit(int meaning, int start, int end);
  }

  /**
   * One entry of the tree.
   *
   * @param key folded words with single gaps between them, not empty
   * @param open whether the last word may go on
   * @param meaning what to report, 0 or more
   */
  record Entry(String key, boolean open, int meaning) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byKey = key.compareTo(other.key);
      int byMeaning = byKey != 0 ? byKey : Integer.compare(meaning, other.meaning);
      return byMeaning != 0 ? byMeaning : Boolean.compare(open, other.open);
    }
  }

  private static final int NONE = -1;
  private static final int OPEN = 1;
  private static final int MORE = 2;
  private static final int ASCII = 128;

  /** With more children than this a node is worth a row of its own. */
  private static final int BUSY = 5;

  private final char[] label;
  private final int[] firstChild;

  /** Per node the first of its meanings, {@link #NONE} where nothing ends. */
  private final int[] accepted;

  /** {@code meaning << 2 | flags}; {@link #MORE} where the next one belongs to the same key. */
  private final int[] meanings;

  /** Per busy node the start of its row in {@link #rows}, {@link #NONE} for the others. */
  private final int[] row;

  /** A row for each busy node: the child for each ASCII character. Most steps are taken here. */
  private final int[] rows;

  private PhraseTrie(Growth growth, int[] meanings) {
    this.label = Arrays.copyOf(growth.label, growth.nodes);
    this.firstChild = Arrays.copyOf(growth.firstChild, growth.nodes + 1);
    this.firstChild[growth.nodes] = growth.nodes;
    this.accepted = Arrays.copyOf(growth.accepted, growth.nodes);
    this.meanings = meanings;
    this.row = new int[growth.nodes];
    this.rows = rows();
  }

  private int[] rows() {
    int used = 0;
    for (int node = 0; node < label.length; node++) {
      boolean busy = firstChild[node + 1] - firstChild[node] > BUSY;
      row[node] = busy ? used : NONE;
      used += busy ? ASCII : 0;
    }
    int[] filled = new int[used];
    for (int node = 0; node < label.length; node++) {
      for (char c = 0; row[node] != NONE && c < ASCII; c++) {
        filled[row[node] + c] = search(node, c);
      }
    }
    return filled;
  }

  /** A tree of {@code entries}, of equal ones one. */
  static PhraseTrie of(List<Entry> entries) {
    Entry[] sorted = entries.toArray(Entry[]::new);
    Arrays.sort(sorted);
    sorted = Arrays.copyOf(sorted, withoutEqual(sorted));
    int[] meanings = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      boolean more = i + 1 < sorted.length && sorted[i].key().equals(sorted[i + 1].key());
      meanings[i] = sorted[i].meaning() << 2 | (sorted[i].open() ? OPEN : 0) | (more ? MORE : 0);
    }
    return new PhraseTrie(new Growth(sorted), meanings);
  }

  /** Moves the different entries to the front and says how many they are. */
  private static int withoutEqual(Entry[] sorted) {
    int kept = 0;
    for (Entry entry : sorted) {
      if (kept == 0 || !entry.equals(sorted[kept - 1])) {
        sorted[kept++] = entry;
      }
    }
    return kept;
  }

  /** Reports every entry that begins at {@code start}, where a word must begin. */
  void walk(char[] text, int start, Hits hits) {
    int node = 0;
    char before = 0;
    for (int i = start; i < text.length; i++) {
      char c = Letters.plain(text[i]);
      if (c == Letters.GAP && before == Letters.GAP) {
        continue;
      }
      node = row[node] != NONE && c < ASCII ? rows[row[node] + c] : search(node, c);
      if (node == NONE) {
        return;
      }
      if (accepted[node] != NONE) {
        report(accepted[node], text, start, i + 1, hits);
      }
      before = c;
    }
  }

  private void report(int first, char[] text, int start, int end, Hits hits) {
    boolean closed = Letters.isBoundary(text, end);
    int at = first;
    do {
      if (closed || (meanings[at] & OPEN) != 0) {
        hits.hit(meanings[at] >> 2, start, closed ? end : endOfWord(text, end));
      }
    } while ((meanings[at++] & MORE) != 0);
  }

  private static int endOfWord(char[] text, int from) {
    int end = from;
    while (!Letters.isBoundary(text, end)) {
      end++;
    }
    return end;
  }

  private int search(int node, char c) {
    int from = firstChild[node];
    int to = firstChild[node + 1];
    if (to - from > BUSY) {
      int found = Arrays.binarySearch(label, from, to, c);
      return found < 0 ? NONE : found;
    }
    for (int child = from; child < to; child++) {
      if (label[child] == c) {
        return child;
      }
    }
    return NONE;
  }

  /** The tree while it grows: node {@code n} holds the sorted entries from low to high. */
  private static final class Growth {
    private final Entry[] sorted;
    private int nodes = 1;
    private char[] label = new char[1024];
    private int[] firstChild = new int[1025];
    private int[] accepted = new int[1024];
    private int[] low = new int[1024];
    private int[] high = new int[1024];
    private int[] depth = new int[1024];

    Growth(Entry[] sorted) {
      this.sorted = sorted;
      high[0] = sorted.length;
      for (int node = 0; node < nodes; node++) {
        grow(node);
      }
    }

    private void grow(int node) {
      int at = low[node];
      int length = depth[node];
      firstChild[node] = nodes;
      accepted[node] = at < high[node] && sorted[at].key().length() == length ? at : NONE;
      while (at < high[node] && sorted[at].key().length() == length) {
        at++;
      }
      while (at < high[node]) {
        char c = sorted[at].key().charAt(length);
        int first = at;
        while (at < high[node] && sorted[at].key().charAt(length) == c) {
          at++;
        }
        add(c, first, at, length + 1);
      }
    }

    private void add(char c, int from, int to, int length) {
      if (nodes == label.length) {
        enlarge(nodes * 2);
      }
      label[nodes] = c;
      low[nodes] = from;
      high[nodes] = to;
      depth[nodes++] = length;
    }

    private void enlarge(int size) {
      label = Arrays.copyOf(label, size);
      firstChild = Arrays.copyOf(firstChild, size + 1);
      accepted = Arrays.copyOf(accepted, size);
      low = Arrays.copyOf(low, size);
      high = Arrays.copyOf(high, size);
      depth = Arrays.copyOf(depth, size);
    }
  }
}
