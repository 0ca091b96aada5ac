package org.ringfence.assessment.authentication.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.ringfence.mail.Octets;

/** How octets are brought into the form that is signed (RFC 6376 §3.4). */
public enum Canonicalization {
  SIMPLE,
  RELAXED;

  private static final byte[] CRLF = {'\r', '\n'};

  /** The canonicalization that {@code word} names. */
  public static Optional<Canonicalization> of(String word) {
    for (Canonicalization one : values()) {
      if (one.name().equalsIgnoreCase(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** The word as a tag writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A header field in the form that is signed, CRLF at its end. */
  public byte[] field(RawField field) {
    return switch (this) {
      case SIMPLE -> simple(field.octets());
      case RELAXED -> relaxed(field);
    };
  }

  /** RFC 6376 §3.4.1: as it stands; files with bare LFs are read as mail with CRLF. */
  private static byte[] simple(Octets octets) {
    var out = new ByteArrayOutputStream(octets.length() + CRLF.length);
    int end = withoutLineEnd(octets);
    for (int i = 0; i < end; i++) {
      byte b = octets.at(i);
      if (b == '\n' && (i == 0 || octets.at(i - 1) != '\r')) {
        out.write('\r');
      }
      out.write(b);
    }
    out.writeBytes(CRLF);
    return out.toByteArray();
  }

  private static int withoutLineEnd(Octets octets) {
    int end = octets.length();
    if (end > 0 && octets.at(end - 1) == '\n') {
      end--;
      if (end > 0 && octets.at(end - 1) == '\r') {
        end--;
      }
    }
    return end;
  }

  /** RFC 6376 §3.4.2. */
  private static byte[] relaxed(RawField field) {
    Octets octets = field.octets();
    var out = new ByteArrayOutputStream(octets.length() + CRLF.length);
    out.writeBytes(field.key().getBytes(StandardCharsets.ISO_8859_1));
    out.write(':');
    boolean space = false;
    boolean started = false;
    int end = withoutLineEnd(octets);
    for (int i = field.colon() + 1; i < end; i++) {
      byte b = octets.at(i);
      if (b == ' ' || b == '\t') {
        space = true;
      } else if (!isLineEnd(octets, i)) {
        if (space && started) {
          out.write(' ');
        }
        space = false;
        started = true;
        out.write(b);
      }
    }
    out.writeBytes(CRLF);
    return out.toByteArray();
  }

  private static boolean isLineEnd(Octets octets, int at) {
    byte b = octets.at(at);
    return b == '\n' || (b == '\r' && at + 1 < octets.length() && octets.at(at + 1) == '\n');
  }
}
