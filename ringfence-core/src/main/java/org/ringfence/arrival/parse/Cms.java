package org.ringfence.arrival.parse;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.ringfence.mail.Octets;

/**
 * Takes the message out of an opaque signature (CMS SignedData, RFC 5652 §5; S/MIME "p7m").
 *
 * <p>Only the few BER elements on the way to the content are looked at. The signature itself is of
 * no interest: the recipient's client shows the content either way.
 */
final class Cms {
  private static final byte[] SIGNED = {
    6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2
  };
  private static final byte[] ENVELOPED = {
    6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 3
  };
  private static final int CONSTRUCTED = 0x20;
  private static final int OCTET_STRING = 4;
  private static final int EXPLICIT = 0xA0;

  private Cms() {}

  /** Whether {@code octets} are EnvelopedData (RFC 5652 §6), which only the recipient can open. */
  static boolean isEnveloped(Octets octets) {
    return Element.at(octets, 0).map(outer -> outer.body().startsWith(ENVELOPED)).orElse(false);
  }

  /** The signed content, empty where {@code octets} are nothing of the kind. */
  static Optional<Octets> signedContent(Octets octets) {
    return Element.at(octets, 0)
        .filter(outer -> outer.body().startsWith(SIGNED))
        .flatMap(outer -> Element.at(outer.body(), SIGNED.length))
        .flatMap(explicit -> Element.at(explicit.body(), 0))
        .flatMap(signedData -> signedData.child(2))
        .flatMap(encapsulated -> encapsulated.child(1))
        .filter(content -> content.tag() == EXPLICIT)
        .flatMap(content -> Element.at(content.body(), 0))
        .map(Cms::joined)
        .filter(content -> content.length() > 0);
  }

  /** The octets of a string, which may come in pieces. */
  private static Octets joined(Element string) {
    if ((string.tag() & CONSTRUCTED) == 0) {
      return string.body();
    }
    var out = new ByteArrayOutputStream(string.body().length());
    Optional<Element> piece = Element.at(string.body(), 0);
    int at = 0;
    while (piece.isPresent() && piece.get().tag() == OCTET_STRING) {
      out.writeBytes(piece.get().body().toByteArray());
      at += piece.get().total();
      piece = Element.at(string.body(), at);
    }
    return Octets.of(out.toByteArray());
  }

  /**
   * One BER element.
   *
   * @param tag its identifier octet
   * @param body its content; of indefinite length, all that follows
   * @param total its length with the identifier, of indefinite length unknown: all that follows
   */
  private record Element(int tag, Octets body, int total) {
    static Optional<Element> at(Octets octets, int at) {
      if (at + 2 > octets.length()) {
        return Optional.empty();
      }
      int tag = octets.at(at) & 0xFF;
      int first = octets.at(at + 1) & 0xFF;
      int lengthOctets = first > 0x80 ? first - 0x80 : 0;
      int start = at + 2 + lengthOctets;
      if (lengthOctets > 4 || start > octets.length()) {
        return Optional.empty();
      }
      long length = first;
      if (lengthOctets > 0) {
        length = 0;
        for (int i = at + 2; i < start; i++) {
          length = length << 8 | (octets.at(i) & 0xFF);
        }
      }
      boolean indefinite = first == 0x80;
      int end = indefinite ? octets.length() : (int) Math.min(octets.length(), start + length);
      return Optional.of(new Element(tag, octets.slice(start, end), end - at));
    }

    /** The element after {@code skipped} others. */
    Optional<Element> child(int skipped) {
      Optional<Element> child = at(body, 0);
      int from = 0;
      for (int i = 0; i < skipped && child.isPresent(); i++) {
        from += child.get().total();
        child = at(body, from);
      }
      return child;
    }
  }
}
