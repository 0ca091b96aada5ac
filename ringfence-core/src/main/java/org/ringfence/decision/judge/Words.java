package org.ringfence.decision.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ringfence.arrival.fold.FoldedMessage;
import org.ringfence.arrival.fold.FoldedSurface;
import org.ringfence.mail.SurfaceKind;

/**
 * The words of a message as the word model sees them: each word and each pair of neighbours,
 * hashed, once.
 *
 * <p>A run of digits is one word whatever its value, so that no number, price or date is learned by
 * heart. In scripts without spaces each pair of characters is a word.
 */
public final class Words {
  private static final Set<SurfaceKind> READ =
      Collections.unmodifiableSet(
          EnumSet.of(
              SurfaceKind.SUBJECT,
              SurfaceKind.PLAIN_TEXT,
              SurfaceKind.VISIBLE_HTML,
              SurfaceKind.CALENDAR,
              SurfaceKind.PDF,
              SurfaceKind.OFFICE,
              SurfaceKind.IMAGE));
  private static final int CHARS_OF_A_SURFACE = 5_000;
  private static final int MOST = 2_048;
  private static final int NUMBER = 0x9e3779b9;

  /** What is kept of a feature beside its hash: the surface it was first seen in, start and end. */
  private static final int PLACE = 3;

  private final int[] features;
  private final List<FoldedSurface> surfaces;
  private final int[] places;

  private Words(int[] features, List<FoldedSurface> surfaces, int[] places) {
    this.features = features;
    this.surfaces = surfaces;
    this.places = places;
  }

  /** The number of different features. */
  int count() {
    return features.length;
  }

  /** The hash of feature {@code index}, in order of first sight. */
  int feature(int index) {
    return features[index];
  }

  /** Feature {@code index} in the words of the message, as first seen. */
  String quote(int index) {
    int at = PLACE * index;
    String text = surfaces.get(places[at]).text();
    return text.substring(places[at + 1], places[at + 2]).replace('\n', ' ');
  }

  /** The features alone, for learning: the message can be let go. */
  Words withoutQuotes() {
    return new Words(features, List.of(), new int[0]);
  }

  static Words of(FoldedMessage message) {
    Collector collector = new Collector();
    for (FoldedSurface surface : message.surfaces()) {
      if (READ.contains(surface.surface().kind())) {
        collector.read(surface);
      }
    }
    return collector.words();
  }

  /**
   * Gathers hashes without repetition in an open-addressing table. Most mails are short, so the
   * arrays are small until more is needed.
   */
  private static final class Collector {
    /** Where each hash stands among those found, from 1; 0 for a free slot. */
    private final char[] table = new char[4 * MOST];

    private final List<FoldedSurface> surfaces = new ArrayList<>();
    private int[] found = new int[MOST / 8];
    private int[] places = new int[PLACE * MOST / 8];
    private int count;

    Words words() {
      return new Words(Arrays.copyOf(found, count), surfaces, Arrays.copyOf(places, PLACE * count));
    }

    void read(FoldedSurface surface) {
      surfaces.add(surface);
      String text = surface.text();
      int length = Math.min(text.length(), CHARS_OF_A_SURFACE);
      int previous = 0;
      int previousStart = 0;
      int at = 0;
      while (at < length) {
        int end = wordEnd(text, at, length);
        if (end == at) {
          at++;
          continue;
        }
        int hash = hash(text, at, end);
        add(hash, at, end);
        if (previous != 0) {
          add(mix(31 * previous + hash), previousStart, end);
        }
        previous = hash;
        previousStart = at;
        at = end;
      }
    }

    private static int wordEnd(String text, int start, int length) {
      char first = text.charAt(start);
      if (Character.isDigit(first)) {
        return runEnd(text, start, length, true);
      }
      if (!isLetter(first)) {
        return start;
      }
      return Character.isIdeographic(first) || isKana(first)
          ? Math.min(start + 1, length)
          : runEnd(text, start, length, false);
    }

    private static int runEnd(String text, int start, int length, boolean digits) {
      int end = start;
      while (end < length && isPart(text.charAt(end), digits)) {
        end++;
      }
      return end;
    }

    private static boolean isPart(char c, boolean digits) {
      return digits ? Character.isDigit(c) : isLetter(c) || c == '\'';
    }

    /** Folded text is mostly small letters of ASCII, which need no look at a table. */
    private static boolean isLetter(char c) {
      return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : Character.isLetter(c);
    }

    private static boolean isKana(char c) {
      return c >= '\u3040' && c <= '\u30ff';
    }

    private static int hash(String text, int start, int end) {
      if (Character.isDigit(text.charAt(start))) {
        return NUMBER;
      }
      int hash = 0x811c9dc5;
      for (int i = start; i < end; i++) {
        hash = (hash ^ text.charAt(i)) * 0x01000193;
      }
      return mix(hash);
    }

    private static int mix(int hash) {
      int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
      mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
      return (mixed ^ (mixed >>> 16)) | 1;
    }

    private void add(int hash, int start, int end) {
      int slot = hash & (table.length - 1);
      while (table[slot] != 0) {
        if (found[table[slot] - 1] == hash) {
          return;
        }
        slot = (slot + 1) & (table.length - 1);
      }
      if (count < MOST) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
          places = Arrays.copyOf(places, PLACE * 2 * count);
        }
        places[PLACE * count] = surfaces.size() - 1;
        places[PLACE * count + 1] = start;
        places[PLACE * count + 2] = end;
        found[count++] = hash;
        table[slot] = (char) count;
      }
    }
  }
}
