package org.ringfence.arrival.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ringfence.arrival.parse.html.HtmlReader;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * Reads one leaf part: text and HTML itself, attached messages by {@link EntityReader}, the rest by
 * the first reader that accepts it.
 *
 * <p>Where media type and file name disagree, the name decides as it does on the recipient's desk:
 * a "text/plain" called invoice.html opens in a browser.
 */
final class LeafReader {
  private static final Set<String> HTML_TYPES =
      Set.of("text/html", "application/xhtml+xml", "image/svg+xml", "text/xhtml");
  private static final Set<String> HTML_NAMES =
      Set.of("html", "htm", "xhtml", "xht", "shtml", "svg");
  private static final Set<String> TEXT_NAMES =
      Set.of("txt", "text", "log", "md", "csv", "tsv", "asc", "diff", "patch", "vcf");
  private static final Set<String> MESSAGE_TYPES =
      Set.of("message/rfc822", "message/global", "message/news", "message/rfc2822");
  private static final Set<String> MESSAGE_NAMES = Set.of("eml", "mht", "mhtml");
  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-keys",
          "application/pgp-encrypted");
  private static final Set<String> ARCHIVES =
      Set.of(
          "zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "tar", "cab", "iso", "img", "ace", "arj");
  private static final int OCTETS_PER_CHARACTER = 4;
  private static final int MARKUP_PER_CHARACTER = 8;
  private static final int META_OCTETS = 2048;
  private static final int CHARSET_NAME = 40;
  private static final int SAMPLE = 512;

  private final List<AttachmentReader> readers;
  private final EntityReader entities;
  private final HtmlReader html = new HtmlReader();

  LeafReader(List<AttachmentReader> readers, EntityReader entities) {
    this.readers = List.copyOf(readers);
    this.entities = entities;
  }

  /** Reads a part that another reader found inside its own. */
  void read(Attachment attachment, MessageSink sink) {
    read(attachment, Flow.FIXED, sink);
  }

  void read(Attachment part, Flow flow, MessageSink sink) {
    if (!part.fileName().isEmpty()) {
      sink.surface(new Surface(SurfaceKind.FILE_NAME, part.place(), part.fileName()));
    }
    if (part.octets().length() == 0) {
      return;
    }
    if (isMessage(part)) {
      entities.readMessage(part.octets(), part.place().part(), sink);
    } else if (isPlainBody(part)) {
      readText(part, flow, sink);
    } else if (!readByReader(part, sink)) {
      readUnclaimed(part, flow, sink);
    }
  }

  private static boolean isMessage(Attachment part) {
    return MESSAGE_TYPES.contains(part.mediaType()) || MESSAGE_NAMES.contains(part.extension());
  }

  /** A nameless text, which is what the recipient sees at once; no reader need be asked. */
  private static boolean isPlainBody(Attachment part) {
    return part.fileName().isEmpty()
        && (part.mediaType().equals("text/plain") || part.mediaType().equals("text/html"));
  }

  /** Whether a reader took the part; one that fails on it has taken it. */
  private boolean readByReader(Attachment part, MessageSink sink) {
    try {
      for (AttachmentReader reader : readers) {
        if (reader.accepts(part)) {
          reader.read(part, sink);
          return true;
        }
      }
      return false;
    } catch (RuntimeException | StackOverflowError failed) {
      sink.defect(Kind.UNREADABLE, part.place(), "The reader for this kind of part failed on it.");
      return true;
    }
  }

  private void readUnclaimed(Attachment part, Flow flow, MessageSink sink) {
    String type = part.mediaType();
    if (isHtml(part) || type.startsWith("text/") || type.startsWith("message/")) {
      readText(part, flow, sink);
    } else if (type.endsWith("pkcs7-mime") || part.extension().equals("p7m")) {
      readCms(part, sink);
    } else if (isArchive(part)) {
      sink.defect(Kind.UNSUPPORTED, part.place(), "Archives are not opened.");
    } else if (isNamedText(part) || (!isTextless(type) && looksLikeText(part))) {
      readText(part, flow, sink);
    } else if (!isTextless(type)) {
      sink.defect(Kind.UNSUPPORTED, part.place(), "No reader is there for this kind of file.");
    }
  }

  /** Whether nobody reads words in parts of this type, or not without a reader that declined. */
  private static boolean isTextless(String type) {
    return SIGNATURES.contains(type)
        || type.startsWith("image/")
        || type.startsWith("audio/")
        || type.startsWith("video/")
        || type.startsWith("font/")
        || type.startsWith("application/font")
        || type.startsWith("application/x-font");
  }

  private void readCms(Attachment part, MessageSink sink) {
    Optional<Octets> content = Cms.signedContent(part.octets());
    if (content.isPresent()) {
      entities.readMessage(content.get(), part.place().part(), sink);
    } else if (Cms.isEnveloped(part.octets())) {
      sink.defect(Kind.ENCRYPTED, part.place(), "The part is encrypted.");
    } else {
      sink.defect(Kind.UNSUPPORTED, part.place(), "The signed content could not be taken out.");
    }
  }

  private static boolean isArchive(Attachment part) {
    return ARCHIVES.contains(part.extension())
        || part.mediaType().contains("zip")
        || part.mediaType().contains("compressed")
        || part.octets().startsWith((byte) 'P', (byte) 'K', (byte) 3, (byte) 4)
        || part.octets().startsWith((byte) 'R', (byte) 'a', (byte) 'r', (byte) '!')
        || part.octets().startsWith((byte) 0x1F, (byte) 0x8B);
  }

  private static boolean isHtml(Attachment part) {
    return HTML_TYPES.contains(part.mediaType()) || HTML_NAMES.contains(part.extension());
  }

  private static boolean isNamedText(Attachment part) {
    return TEXT_NAMES.contains(part.extension());
  }

  private static boolean looksLikeText(Attachment part) {
    int sample = Math.min(part.octets().length(), SAMPLE);
    if (part.octets().startsWith((byte) '%', (byte) 'P', (byte) 'D', (byte) 'F')) {
      return false;
    }
    for (int i = 0; i < sample; i++) {
      byte octet = part.octets().at(i);
      if (octet >= 0 && octet < ' ' && "\t\n\r\f".indexOf(octet) < 0) {
        return false;
      }
    }
    return true;
  }

  private void readText(Attachment part, Flow flow, MessageSink sink) {
    boolean markup = isHtml(part);
    int perCharacter = markup ? MARKUP_PER_CHARACTER : OCTETS_PER_CHARACTER;
    int room =
        (int) Math.min(Integer.MAX_VALUE, (long) perCharacter * sink.limits().surfaceChars());
    Octets octets = part.octets();
    if (octets.length() > room) {
      sink.defect(Kind.LIMIT_REACHED, part.place(), "The text was cut after " + room + " octets.");
      octets = octets.slice(0, room);
    }
    String charset = part.charset();
    if (markup && charset.isBlank()) {
      charset = metaCharset(octets);
    }
    TextDecoder.Decoded decoded = TextDecoder.decode(octets, charset);
    if (decoded.guessed()) {
      sink.defect(
          Kind.CHARSET, part.place(), "The charset is missing, unknown or wrong; it was guessed.");
    }
    if (markup) {
      html.read(decoded.text(), part.place(), sink);
    } else {
      plain(part.place(), flow.shown(decoded.text()), sink);
      uuencoded(octets, part.place(), sink);
    }
  }

  /** Reads {@code octets} as text, whatever they are, unless the time is up. */
  void readAsText(Octets octets, Place place, MessageSink sink) {
    if (!sink.isOver(place)) {
      readText(new Attachment(place, "text/plain", "", "", octets), Flow.FIXED, sink);
    }
  }

  private static void plain(Place place, String text, MessageSink sink) {
    if (text.contains("-----BEGIN PGP MESSAGE-----")) {
      sink.defect(Kind.ENCRYPTED, place, "The part holds encrypted text.");
    }
    sink.surface(new Surface(SurfaceKind.PLAIN_TEXT, place, text));
  }

  private static void uuencoded(Octets octets, Place place, MessageSink sink) {
    Uuencode.find(octets, sink.limits().attachmentBytes())
        .ifPresent(
            file ->
                sink.nested(
                    new Attachment(
                        place.at(file.name()),
                        "application/octet-stream",
                        "",
                        file.name(),
                        file.content())));
  }

  /** The charset an HTML document declares for itself (WHATWG HTML §13.2.3.2, simplified). */
  static String metaCharset(Octets octets) {
    String head =
        octets
            .slice(0, Math.min(octets.length(), META_OCTETS))
            .decode(StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    int at = head.indexOf("charset=");
    if (at < 0) {
      return "";
    }
    int start = at + "charset=".length();
    while (start < head.length() && "\"' ".indexOf(head.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < head.length() && end - start < CHARSET_NAME && isNameCharacter(head.charAt(end))) {
      end++;
    }
    String name = head.substring(start, end);
    // A document that could be searched for its label in single octets is in none of these.
    return name.startsWith("utf-16") || name.startsWith("utf-32") ? "utf-8" : name;
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || "-_:.".indexOf(c) >= 0;
  }
}
