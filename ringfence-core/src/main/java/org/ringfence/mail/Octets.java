package org.ringfence.mail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * An immutable run of bytes, exactly as received.
 *
 * <p>Octets stay octets until a charset is known. A slice shares the bytes of its whole.
 */
public final class Octets {
  private static final Octets EMPTY = new Octets(new byte[0], 0, 0);

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long ONES = 0x0101010101010101L;

  private final byte[] bytes;
  private final int offset;
  private final int length;

  private Octets(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
  }

  /** No octets at all. */
  public static Octets empty() {
    return EMPTY;
  }

  /** Takes over {@code bytes}; the caller must not change them afterwards. */
  public static Octets of(byte[] bytes) {
    return new Octets(bytes, 0, bytes.length);
  }

  /** The number of octets. */
  public int length() {
    return length;
  }

  /** The octet at {@code index}. */
  public byte at(int index) {
    return bytes[offset + checkIndex(index)];
  }

  /** The octets from {@code start} (inclusive) to {@code end} (exclusive), without a copy. */
  public Octets slice(int start, int end) {
    if (start < 0 || end < start || end > length) {
      throw new IndexOutOfBoundsException(start + ".." + end + " of " + length);
    }
    return new Octets(bytes, offset + start, end - start);
  }

  /**
   * Where these octets, a slice of {@code whole}, begin in it.
   *
   * @throws IllegalArgumentException where they are no slice of it
   */
  @SuppressWarnings("ReferenceEquality") // Equal bytes of another array are another place.
  public int startIn(Octets whole) {
    int start = offset - whole.offset;
    if (bytes != whole.bytes || start < 0 || start + length > whole.length) {
      throw new IllegalArgumentException(this + " are no slice of " + whole + ".");
    }
    return start;
  }

  /** Whether these octets begin with {@code prefix}. */
  public boolean startsWith(byte... prefix) {
    return length >= prefix.length
        && Arrays.equals(bytes, offset, offset + prefix.length, prefix, 0, prefix.length);
  }

  /**
   * The index of the first octet {@code wanted} at or after {@code from}, -1 where there is none.
   */
  public int indexOf(byte wanted, int from) {
    int end = offset + length;
    int i = offset + from;
    // Eight at a time: an octet is zero in the difference where it is the wanted one.
    long all = (wanted & 0xFFL) * ONES;
    while (i <= end - Long.BYTES && !hasZero((long) LONGS.get(bytes, i) ^ all)) {
      i += Long.BYTES;
    }
    while (i < end && bytes[i] != wanted) {
      i++;
    }
    return i < end ? i - offset : -1;
  }

  private static boolean hasZero(long octets) {
    return ((octets - ONES) & ~octets & (ONES << 7)) != 0;
  }

  /** The octets read in {@code charset}; what it cannot read becomes U+FFFD. */
  public String decode(Charset charset) {
    return new String(bytes, offset, length, charset);
  }

  /** A copy as an array. */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }

  /** A stream over the octets, without a copy. */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes, offset, length);
  }

  private int checkIndex(int index) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException(index + " of " + length);
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that
        && Arrays.equals(
            bytes, offset, offset + length, that.bytes, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return length + " octets";
  }
}
