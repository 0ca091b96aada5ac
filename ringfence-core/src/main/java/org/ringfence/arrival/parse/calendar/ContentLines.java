package org.ringfence.arrival.parse.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ringfence.arrival.parse.calendar.ContentLine.Parameter;
import org.ringfence.mail.Octets;

/**
 * Unfolds an object into its content lines (RFC 5545 §3.1).
 *
 * <p>Lines are put together before the octets become characters, because a fold may stand inside a
 * UTF-8 sequence or an escape. Senders also lose the blank that marks a continuation, and write
 * bare line ends into their texts; calendars show such text all the same. So a line that begins no
 * known property continues the one before it: directly where that one was as long as a fold makes
 * it, and as a new line of the text where it was not.
 */
final class ContentLines {
  private static final int MOST_LINES = 20_000;
  // A fold comes at 75 octets (RFC 5545 §3.1); senders that count characters come near it.
  private static final int FOLDED_LENGTH = 70;
  private static final Set<String> NAMES =
      Set.of(
          "BEGIN",
          "END",
          "VERSION",
          "PRODID",
          "METHOD",
          "CALSCALE",
          "UID",
          "DTSTAMP",
          "DTSTART",
          "DTEND",
          "DUE",
          "DURATION",
          "SUMMARY",
          "DESCRIPTION",
          "LOCATION",
          "ORGANIZER",
          "ATTENDEE",
          "COMMENT",
          "CONTACT",
          "URL",
          "ATTACH",
          "CATEGORIES",
          "CLASS",
          "STATUS",
          "TRANSP",
          "SEQUENCE",
          "PRIORITY",
          "CREATED",
          "LAST-MODIFIED",
          "RRULE",
          "RDATE",
          "EXDATE",
          "RECURRENCE-ID",
          "TRIGGER",
          "ACTION",
          "REPEAT",
          "GEO",
          "RESOURCES",
          "RELATED-TO",
          "REQUEST-STATUS",
          "CONFERENCE",
          "IMAGE",
          "STYLED-DESCRIPTION",
          "NAME",
          "COLOR",
          "SOURCE",
          "TZID",
          "TZNAME",
          "TZOFFSETFROM",
          "TZOFFSETTO",
          "TZURL",
          "FREEBUSY",
          "FN",
          "N",
          "NICKNAME",
          "PHOTO",
          "LOGO",
          "BDAY",
          "ADR",
          "LABEL",
          "TEL",
          "EMAIL",
          "ORG",
          "TITLE",
          "ROLE",
          "NOTE",
          "REV",
          "KIND",
          "IMPP",
          "LANG",
          "TZ",
          "KEY",
          "SOUND",
          "MAILER",
          "PROFILE");

  private final Charset fallback;
  private boolean utf8 = true;
  private final List<ContentLine> lines = new ArrayList<>();
  private final ByteArrayOutputStream unfolded = new ByteArrayOutputStream();
  private int lastLength;
  private boolean endsInSoftBreak;

  private ContentLines(Charset fallback) {
    this.fallback = fallback;
  }

  /**
   * What was unfolded.
   *
   * @param lines the content lines, at most {@link #MOST_LINES}
   * @param isUtf8 whether all were UTF-8, as RFC 5545 §3.1.4 wants
   */
  record Unfolded(List<ContentLine> lines, boolean isUtf8) {}

  /** Unfolds {@code octets}; lines that are not UTF-8 are read in {@code fallback}. */
  static Unfolded of(Octets octets, Charset fallback) {
    ContentLines reading = new ContentLines(fallback);
    int start = 0;
    for (int end = 0; end <= octets.length() && reading.lines.size() < MOST_LINES; end++) {
      if (end == octets.length() || octets.at(end) == '\n' || octets.at(end) == '\r') {
        boolean ofPair = end > start || end == 0 || octets.at(end - 1) != '\r';
        if (ofPair) {
          reading.physicalLine(octets.slice(start, end).toByteArray());
        }
        start = end + 1;
      }
    }
    reading.flush();
    return new Unfolded(List.copyOf(reading.lines), reading.utf8);
  }

  private void physicalLine(byte[] line) {
    boolean blankFirst = line.length > 0 && (line[0] == ' ' || line[0] == '\t');
    if (blankFirst) {
      unfolded.write(line, 1, line.length - 1);
    } else if (beginsProperty(line)) {
      flush();
      unfolded.writeBytes(line);
    } else {
      if (lastLength < FOLDED_LENGTH || endsInSoftBreak) {
        unfolded.write('\n');
      }
      unfolded.writeBytes(line);
    }
    lastLength = line.length;
    // The soft line break of quoted-printable in vCard 2.1; it is undone with the encoding.
    endsInSoftBreak = line.length > 0 && line[line.length - 1] == '=';
  }

  private static boolean beginsProperty(byte[] line) {
    int end = 0;
    while (end < line.length && end < 60 && line[end] != ':' && line[end] != ';') {
      end++;
    }
    if (end == line.length || end == 60) {
      return false;
    }
    String name = ContentLine.normalName(new String(line, 0, end, StandardCharsets.ISO_8859_1));
    return NAMES.contains(name) || (name.startsWith("X-") && name.indexOf(' ') < 0);
  }

  private void flush() {
    String line = decoded(unfolded.toByteArray());
    unfolded.reset();
    int colon = colon(line);
    if (colon > 0) {
      List<String> pieces = split(line.substring(0, colon));
      List<Parameter> parameters = pieces.stream().skip(1).map(ContentLines::parameter).toList();
      String name = ContentLine.normalName(pieces.getFirst());
      lines.add(new ContentLine(name, parameters, line.substring(colon + 1)));
    }
  }

  private String decoded(byte[] line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException notUtf8) {
      utf8 = false;
      return new String(line, fallback);
    }
  }

  /**
   * The colon before the value. One inside quotes is not it (RFC 5545 §3.2); where quotes stay
   * open, the first one is.
   */
  private static int colon(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == ':' && !quoted) {
        return i;
      }
    }
    return line.indexOf(':');
  }

  private static List<String> split(String head) {
    List<String> pieces = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < head.length(); i++) {
      quoted ^= head.charAt(i) == '"';
      if (head.charAt(i) == ';' && !quoted) {
        pieces.add(head.substring(start, i));
        start = i + 1;
      }
    }
    pieces.add(head.substring(start));
    return pieces;
  }

  private static Parameter parameter(String piece) {
    int equals = piece.indexOf('=');
    String name = equals < 0 ? piece : piece.substring(0, equals);
    String value = equals < 0 ? "" : piece.substring(equals + 1).replace("\"", "");
    return new Parameter(ContentLine.normalName(name), value);
  }
}
