package org.ringfence.arrival.parse.mailfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * Where the pieces of a mail kept as a file go.
 *
 * @param place where the file stands
 * @param out what takes the pieces
 */
record MailFile(Place place, PartSink out) {
  private static final int MOST_ATTACHMENTS = 200;

  /** Adds a field's text, if there is any. */
  void text(SurfaceKind kind, String field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      out.surface(new Surface(kind, place.at(field), text.replace("\0", "")));
    }
  }

  /** Hands on the HTML body; its charset stands in itself. */
  void html(byte @Nullable [] html) {
    hand("body", "text/html", "", "", html);
  }

  /** Hands on HTML that is text already. */
  void html(@Nullable String html) {
    if (html != null) {
      hand("body", "text/html", "UTF-8", "", html.getBytes(UTF_8));
    }
  }

  /** Hands on the RTF body. */
  void rtf(byte @Nullable [] rtf) {
    hand("body", "application/rtf", "", "", rtf);
  }

  /** Hands on an attachment; whether more may follow. */
  boolean attachment(
      int index, @Nullable String mediaType, @Nullable String name, byte @Nullable [] content) {
    if (index >= MOST_ATTACHMENTS) {
      out.defect(Kind.LIMIT_REACHED, place, "The mail in the file has too many attachments.");
      return false;
    }
    String fileName = name == null ? "" : name.replace("\0", "");
    String type = mediaType == null || mediaType.isBlank() ? "" : mediaType.strip();
    hand(
        fileName.isEmpty() ? "attachment " + (index + 1) : fileName,
        type.isEmpty() ? "application/octet-stream" : type.toLowerCase(Locale.ROOT),
        "",
        fileName,
        content);
    return true;
  }

  private void hand(
      String closer, String mediaType, String charset, String fileName, byte @Nullable [] content) {
    if (content == null || content.length == 0) {
      return;
    }
    int kept = Math.min(content.length, out.limits().attachmentBytes());
    if (!out.unpack(kept)) {
      out.defect(Kind.LIMIT_REACHED, place, "The file unpacks to more than may be read.");
      return;
    }
    Octets octets = Octets.of(content).slice(0, kept);
    out.nested(new Attachment(place.at(closer), mediaType, charset, fileName, octets));
  }
}
