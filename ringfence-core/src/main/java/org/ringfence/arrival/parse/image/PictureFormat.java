package org.ringfence.arrival.parse.image;

import java.util.Optional;
import org.ringfence.mail.Octets;

/** Formats of pictures, known by their first octets. */
enum PictureFormat {
  PNG(true, 0, "\u0089PNG"),
  JPEG(true, 0, "\u00ff\u00d8\u00ff"),
  GIF(true, 0, "GIF8"),
  // The reserved zeros too: "BM" alone begins many a text.
  BMP(true, 0, "BM????\0\0\0\0"),
  // The JDK reads TIFF, but its reader trusts the counts in the file and can be made to allocate
  // gigabytes; no mail client shows TIFF in line.
  TIFF(false, 0, "II*\0"),
  TIFF_BIG_ENDIAN(false, 0, "MM\0*"),
  WEBP(false, 8, "WEBP"),
  HEIF(false, 4, "ftyphei"),
  MIF(false, 4, "ftypmif1"),
  AVIF(false, 4, "ftypavif");

  private static final char ANY = '?';

  private final boolean readable;
  private final int at;
  private final String magic;

  PictureFormat(boolean readable, int at, String magic) {
    this.readable = readable;
    this.at = at;
    this.magic = magic;
  }

  /** The format whose mark {@code octets} bear. */
  static Optional<PictureFormat> of(Octets octets) {
    for (PictureFormat format : values()) {
      if (format.isAtStartOf(octets)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private boolean isAtStartOf(Octets octets) {
    if (octets.length() < at + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      char wanted = magic.charAt(i);
      if (wanted != ANY && wanted != (octets.at(at + i) & 0xff)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the JDK decodes it safely. */
  boolean isReadable() {
    return readable;
  }

  /** The name ImageIO knows it by. */
  String imageIoName() {
    return name();
  }
}
