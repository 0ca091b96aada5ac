package org.ringfence.arrival.parse.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.QuotedPrintableCodec;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.Link;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * Reads calendar objects (RFC 5545, iTIP messages of RFC 5546 included) and address cards (RFC 6350
 * and the older versions).
 *
 * <p>One surface for each property that shows text, named after it. A description that is HTML, as
 * some services send it, is handed on as HTML.
 */
public final class CalendarReader implements AttachmentReader {
  private static final int MOST_SURFACES = 300;

  /** A reader; it keeps nothing between calls. */
  public CalendarReader() {}

  @Override
  public boolean accepts(Attachment attachment) {
    return switch (attachment.mediaType()) {
      case "text/calendar", "application/ics", "text/vcard", "text/x-vcard", "text/x-vcalendar" ->
          true;
      default -> startsAsObject(attachment.octets());
    };
  }

  private static boolean startsAsObject(Octets octets) {
    int length = Math.min(octets.length(), 64);
    String start =
        new String(octets.slice(0, length).toByteArray(), UTF_8).toUpperCase(Locale.ROOT);
    return start.contains("BEGIN:VCALENDAR") || start.contains("BEGIN:VCARD");
  }

  @Override
  public void read(Attachment attachment, PartSink out) {
    var unfolded = ContentLines.of(attachment.octets(), declared(attachment.charset()));
    List<ContentLine> lines = unfolded.lines();
    if (!unfolded.isUtf8()) {
      out.defect(Kind.CHARSET, attachment.place(), "The calendar object is not UTF-8.");
    }
    if (lines.isEmpty() && attachment.octets().length() > 0) {
      out.defect(Kind.MALFORMED, attachment.place(), "The calendar object has no content lines.");
    }
    int surfaces = 0;
    for (ContentLine line : lines) {
      if (out.deadline().isOver() || surfaces >= MOST_SURFACES) {
        out.defect(Kind.LIMIT_REACHED, attachment.place(), "The calendar object is too long.");
        return;
      }
      surfaces += read(line, attachment.place().at(line.name()), out) ? 1 : 0;
    }
  }

  /** The charset of lines that are not UTF-8: the declared one, or the most likely one. */
  private static Charset declared(String name) {
    try {
      return name.isEmpty() || name.equalsIgnoreCase("utf-8")
          ? Charset.forName("windows-1252")
          : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Charset.forName("windows-1252");
    }
  }

  /** Whether something was added. */
  private static boolean read(ContentLine line, Place place, PartSink out) {
    return switch (line.name()) {
      case "SUMMARY",
          "DESCRIPTION",
          "LOCATION",
          "COMMENT",
          "CONTACT",
          "CATEGORIES",
          "RESOURCES",
          "STYLED-DESCRIPTION",
          "NAME",
          "FN",
          "N",
          "NICKNAME",
          "ORG",
          "TITLE",
          "ROLE",
          "NOTE",
          "LABEL",
          "ADR",
          "EMAIL" ->
          text(line, place, out);
      case "ORGANIZER", "ATTENDEE" ->
          add(line.parameter("CN").isEmpty() ? line.text() : line.parameter("CN"), place, out);
      case "URL", "CONFERENCE" -> link(line.text(), place, out);
      case "TEL" -> telephone(line.text(), place, out);
      case "ATTACH", "IMAGE", "PHOTO", "LOGO" -> file(line, place, out);
      default -> line.name().startsWith("X-") && text(line, place, out);
    };
  }

  private static boolean text(ContentLine line, Place place, PartSink out) {
    String text = line.isEncoded("QUOTED-PRINTABLE") ? quotedPrintable(line) : line.text();
    if (line.parameter("FMTTYPE").equalsIgnoreCase("text/html") || looksLikeHtml(text)) {
      byte[] html = text.getBytes(UTF_8);
      out.nested(new Attachment(place, "text/html", "UTF-8", "", Octets.of(html)));
      return true;
    }
    return add(text, place, out);
  }

  private static String quotedPrintable(ContentLine line) {
    try {
      byte[] decoded =
          QuotedPrintableCodec.decodeQuotedPrintable(
              line.value().replace("=\n", "").getBytes(UTF_8));
      return new String(decoded, UTF_8);
    } catch (DecoderException broken) {
      return line.text();
    }
  }

  /**
   * Whether {@code text} holds something like a tag: {@code <} and a letter or slash, then {@code
   * >}.
   */
  private static boolean looksLikeHtml(String text) {
    int last = text.lastIndexOf('>');
    for (int i = text.indexOf('<'); i >= 0 && i < last; i = text.indexOf('<', i + 1)) {
      String rest = text.substring(i + 1, Math.min(text.length(), i + 12)).toLowerCase(Locale.ROOT);
      if (TAGS.stream().anyMatch(rest::startsWith)) {
        return true;
      }
    }
    return false;
  }

  // Not any "<letter": senders write addresses as <a@example.com> and links as <https://…>.
  private static final List<String> TAGS =
      List.of(
          "p>",
          "p ",
          "/p>",
          "br>",
          "br/",
          "br ",
          "b>",
          "i>",
          "u>",
          "div",
          "span",
          "a ",
          "html",
          "body",
          "table",
          "ul>",
          "ol>",
          "li>",
          "h1",
          "h2",
          "h3",
          "strong>",
          "em>",
          "font",
          "img ",
          "!doctype");

  private static boolean add(String text, Place place, PartSink out) {
    if (text.isBlank()) {
      return false;
    }
    out.surface(new Surface(SurfaceKind.CALENDAR, place, text.strip()));
    return true;
  }

  private static boolean link(String target, Place place, PartSink out) {
    String clean = target.strip();
    if (clean.isEmpty()) {
      return false;
    }
    Link link = new Link(new Span(0, clean.length()), clean.replaceAll("[\\s\\p{Cntrl}]", ""));
    out.surface(new Surface(SurfaceKind.CALENDAR, place, clean, List.of(link)));
    if (clean.toLowerCase(Locale.ROOT).startsWith("tel:")) {
      out.surface(new Surface(SurfaceKind.TEL_LINK, place, link.target()));
    }
    return true;
  }

  /** A card's number is dialled when it is touched, as a tel: link is. */
  private static boolean telephone(String value, Place place, PartSink out) {
    String number = value.strip();
    if (number.isEmpty()) {
      return false;
    }
    out.surface(new Surface(SurfaceKind.CALENDAR, place, number));
    String target = number.toLowerCase(Locale.ROOT).startsWith("tel:") ? number : "tel:" + number;
    out.surface(new Surface(SurfaceKind.TEL_LINK, place, target));
    return true;
  }

  private static boolean file(ContentLine line, Place place, PartSink out) {
    if (!line.isEncoded("BASE64") && !line.isEncoded("B")) {
      return link(line.text(), place, out);
    }
    byte[] content;
    try {
      content = Base64.getMimeDecoder().decode(line.value());
    } catch (IllegalArgumentException broken) {
      out.defect(Kind.TRANSFER_ENCODING, place, "A file in the calendar object is broken.");
      return false;
    }
    String type = line.parameter("FMTTYPE").toLowerCase(Locale.ROOT);
    String fileName = line.parameter("X-FILENAME") + line.parameter("FILENAME");
    out.nested(
        new Attachment(
            place,
            type.isEmpty() ? "application/octet-stream" : type,
            "",
            fileName,
            Octets.of(content)));
    return true;
  }
}
