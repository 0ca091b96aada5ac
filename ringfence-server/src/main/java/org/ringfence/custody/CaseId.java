package org.ringfence.custody;

import java.time.Instant;

/**
 * The name of one mail with us: 26 characters of Crockford's base 32, first 48 bits of the time in
 * milliseconds, then 80 bits of chance. Names sort by time, and nobody guesses another's.
 *
 * @param text the name, in upper case; never anything that could be a path or a piece of markup
 */
public record CaseId(String text) implements Comparable<CaseId> {
  /** How many bits of chance a {@link #number} ends with. */
  public static final int CHANCE_BITS = 15;

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int RANDOM_BYTES = 10;

  public CaseId {
    if (!isName(text)) {
      throw new IllegalArgumentException("A case is named by 26 letters and digits.");
    }
  }

  /** Whether {@code text} is a name. */
  public static boolean isName(String text) {
    return text.length() == LENGTH
        && text.charAt(0) <= '7'
        && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
  }

  /**
   * A new name.
   *
   * @param chance ten bytes that nobody can foresee
   */
  public static CaseId of(Instant at, byte[] chance) {
    if (chance.length != RANDOM_BYTES) {
      throw new IllegalArgumentException("A name takes ten bytes of chance.");
    }
    var name = new StringBuilder(LENGTH);
    long millis = at.toEpochMilli();
    for (int shift = 45; shift >= 0; shift -= 5) {
      name.append(DIGITS.charAt((int) (millis >>> shift) & 31));
    }
    for (int bit = 0; bit < RANDOM_BYTES * Byte.SIZE; bit += 5) {
      name.append(DIGITS.charAt(five(chance, bit)));
    }
    return new CaseId(name.toString());
  }

  /** When it was given. */
  public Instant at() {
    return Instant.ofEpochMilli(leading(10));
  }

  /**
   * The first 63 bits of it as a number: the time and fifteen bits of chance. Numbers sort as names
   * do; very seldom two names share one.
   */
  public long number() {
    return leading(13);
  }

  private long leading(int digits) {
    long bits = 0;
    for (int i = 0; i < digits; i++) {
      bits = bits << 5 | DIGITS.indexOf(text.charAt(i));
    }
    return bits;
  }

  private static int five(byte[] bytes, int bit) {
    int pair = (bytes[bit / 8] & 0xFF) << 8;
    if (bit / 8 + 1 < bytes.length) {
      pair |= bytes[bit / 8 + 1] & 0xFF;
    }
    return pair >>> (11 - bit % 8) & 31;
  }

  @Override
  public int compareTo(CaseId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
