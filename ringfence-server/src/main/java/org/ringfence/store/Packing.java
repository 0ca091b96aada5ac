package org.ringfence.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.ringfence.custody.CustodyFailure;

/**
 * Makes what is kept small, and seals it where the site has a key. The first octet says which:
 * compressed (RFC 1950), or compressed and sealed.
 */
final class Packing {
  private static final byte COMPRESSED = 0;
  private static final byte SEALED = 1;

  private final Sealing sealing;

  Packing(Sealing sealing) {
    this.sealing = sealing;
  }

  /** Packs {@code plain} under a label that says what it is, and of which case. */
  byte[] pack(byte[] plain, String label) {
    byte[] small = compressed(plain);
    return sealing.sealingKey().isEmpty()
        ? marked(COMPRESSED, small)
        : marked(SEALED, sealing.seal(small, label));
  }

  /**
   * Unpacks what was packed under the same label.
   *
   * @throws CustodyFailure where that cannot be done; the sentence says why
   */
  byte[] unpack(byte[] packed, String label) {
    byte kind = packed.length == 0 ? -1 : packed[0];
    byte[] rest = Arrays.copyOfRange(packed, Math.min(1, packed.length), packed.length);
    try {
      return switch (kind) {
        case COMPRESSED -> inflated(rest);
        case SEALED -> inflated(sealing.open(rest, label));
        default -> throw new IOException("unknown packing " + kind);
      };
    } catch (IOException damaged) {
      throw new CustodyFailure(
          "What is kept as " + label + " is damaged; restore a backup.", damaged);
    }
  }

  private static byte[] marked(byte kind, byte[] octets) {
    byte[] marked = new byte[octets.length + 1];
    marked[0] = kind;
    System.arraycopy(octets, 0, marked, 1, octets.length);
    return marked;
  }

  private static byte[] compressed(byte[] plain) {
    Deflater deflater = new Deflater();
    var small = new ByteArrayOutputStream(plain.length / 2 + 64);
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(small, deflater)) {
      deflating.write(plain);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    } finally {
      deflater.end();
    }
    return small.toByteArray();
  }

  private static byte[] inflated(byte[] small) throws IOException {
    try (InflaterInputStream inflating = new InflaterInputStream(new ByteArrayInputStream(small))) {
      return inflating.readAllBytes();
    }
  }
}
