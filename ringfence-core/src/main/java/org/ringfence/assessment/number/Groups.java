package org.ringfence.assessment.number;

import java.util.Arrays;

/**
 * Neighbouring groups of digits with nothing but separators between them: "1", "808", "555",
 * "0142". Reused from chain to chain.
 */
final class Groups {
  /** Letters stand in for digits. */
  static final int LOOK_ALIKE = 1;

  /** A word stands for the digits. */
  static final int SPELLED = 1 << 1;

  /** A plus sign stands before it. */
  static final int PLUS = 1 << 2;

  /** A word touches it. */
  static final int GLUED = 1 << 3;

  /** No part of a telephone number. */
  static final int MASKED = 1 << 4;

  /** It is percent-encoded, or what stands before it is. */
  static final int ENCODED = 1 << 5;

  /** Before it: no white space. */
  static final int TIGHT = 1 << 6;

  /** Before it: a line end. */
  static final int BREAK = 1 << 7;

  /** Before it: something that nobody puts into a telephone number. */
  static final int ODD = 1 << 8;

  /** Before it: what also separates the items of a list or table. */
  static final int LISTING = 1 << 9;

  /** More groups than any number has; a longer chain is cut here. */
  static final int MOST = 1_024;

  int size;
  final StringBuilder digits = new StringBuilder();
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] offsets = new int[33];
  private int[] flags = new int[32];

  void clear() {
    size = 0;
    digits.setLength(0);
  }

  void add(int start, int end, String value, int flag) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2 + 1);
      flags = Arrays.copyOf(flags, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    flags[size] = flag;
    digits.append(value);
    offsets[++size] = digits.length();
  }

  int start(int group) {
    return starts[group];
  }

  int end(int group) {
    return ends[group];
  }

  /** Where the digits of {@code group} start among all. */
  int offset(int group) {
    return offsets[group];
  }

  /** How many digits {@code group} has. */
  int length(int group) {
    return offsets[group + 1] - offsets[group];
  }

  boolean has(int group, int flag) {
    return (flags[group] & flag) != 0;
  }

  void set(int group, int flag) {
    flags[group] |= flag;
  }

  int flags(int group) {
    return flags[group];
  }

  /** The value of {@code group}; a large number where it has more than nine digits. */
  int value(int group) {
    int value = 0;
    if (length(group) > 9) {
      return Integer.MAX_VALUE;
    }
    for (int i = offsets[group]; i < offsets[group + 1]; i++) {
      value = value * 10 + digits.charAt(i) - '0';
    }
    return value;
  }
}
