package org.ringfence.assessment.authentication.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.ringfence.mail.Octets;

/**
 * Brings a body into the form that is signed (RFC 6376 §3.4.3, §3.4.4) and hashes it, in one pass
 * and constant memory.
 *
 * <p>Lines end with LF, with or without a CR: files are saved with bare LFs. Empty lines are held
 * back until something follows, for those at the end are not signed. One pass serves every hash, so
 * many signatures over a large body cost little more than one.
 */
final class BodyCanonicalizer {
  private static final int BUFFER = 8192;

  private final Canonicalization canonicalization;
  private final List<BodyDigest> digests;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private boolean wroteAny;
  private long emptyLines;
  private boolean lineHasContent;
  private boolean pendingSpace;
  private boolean pendingReturn;

  BodyCanonicalizer(Canonicalization canonicalization, List<BodyDigest> digests) {
    this.canonicalization = canonicalization;
    this.digests = digests;
  }

  void read(Octets body) {
    byte[] chunk = new byte[BUFFER];
    try (InputStream in = body.stream()) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        read(chunk, count);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    finish();
  }

  /** Octet by octet but for runs that are signed as they stand, nearly all of a body. */
  private void read(byte[] chunk, int count) {
    int i = 0;
    while (i < count) {
      int end = pendingReturn ? i : endOfRun(chunk, i, count);
      if (end > i) {
        startContent();
        write(chunk, i, end);
        i = end;
      } else {
        accept(chunk[i]);
        i++;
      }
    }
  }

  private int endOfRun(byte[] chunk, int start, int count) {
    boolean keepsSpace = canonicalization == Canonicalization.SIMPLE;
    int i = start;
    while (i < count && (isPlain(chunk[i], keepsSpace) || isLoneSpace(chunk, i, start, count))) {
      i++;
    }
    return i;
  }

  /** One space between two words is signed as it stands; so a run is a line, not a word. */
  private static boolean isLoneSpace(byte[] chunk, int i, int start, int count) {
    return chunk[i] == ' ' && i > start && i + 1 < count && isPlain(chunk[i + 1], false);
  }

  private static boolean isPlain(byte b, boolean keepsSpace) {
    return b > ' ' || b < 0 || (keepsSpace && b != '\r' && b != '\n');
  }

  private void accept(byte b) {
    if (b == '\n') {
      pendingReturn = false;
      endLine();
      return;
    }
    if (pendingReturn) {
      pendingReturn = false;
      content((byte) '\r');
    }
    if (b == '\r') {
      pendingReturn = true;
    } else {
      content(b);
    }
  }

  private void content(byte b) {
    if (canonicalization == Canonicalization.RELAXED && (b == ' ' || b == '\t')) {
      pendingSpace = true;
      return;
    }
    startContent();
    write(b);
  }

  /** Writes what was held back until something follows. */
  private void startContent() {
    if (!lineHasContent) {
      lineHasContent = true;
      for (; emptyLines > 0; emptyLines--) {
        writeLineEnd();
      }
    }
    if (pendingSpace) {
      pendingSpace = false;
      write((byte) ' ');
    }
  }

  private void endLine() {
    if (lineHasContent) {
      writeLineEnd();
    } else {
      emptyLines++;
    }
    lineHasContent = false;
    pendingSpace = false;
  }

  private void finish() {
    if (pendingReturn) {
      content((byte) '\r');
    }
    if (lineHasContent) {
      writeLineEnd();
    }
    // RFC 6376 §3.4.3: an empty body is one line end in simple; §3.4.4: nothing in relaxed.
    if (canonicalization == Canonicalization.SIMPLE && !wroteAny) {
      writeLineEnd();
    }
    flush();
  }

  private void writeLineEnd() {
    write((byte) '\r');
    write((byte) '\n');
  }

  private void write(byte b) {
    if (filled == BUFFER) {
      flush();
    }
    buffer[filled++] = b;
    wroteAny = true;
  }

  private void write(byte[] octets, int start, int end) {
    for (int at = start; at < end; ) {
      if (filled == BUFFER) {
        flush();
      }
      int count = Math.min(end - at, BUFFER - filled);
      System.arraycopy(octets, at, buffer, filled, count);
      filled += count;
      at += count;
    }
    wroteAny = true;
  }

  private void flush() {
    for (BodyDigest digest : digests) {
      digest.update(buffer, filled);
    }
    filled = 0;
  }
}
