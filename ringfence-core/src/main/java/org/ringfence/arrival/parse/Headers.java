package org.ringfence.arrival.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * The header section of an entity and the body behind it (RFC 5322 §2.1).
 *
 * <p>A line that can be no field ends the section, as in mail clients, unless a field or the empty
 * line follows it directly: then it is skipped, and its text kept as a surface, for clients differ.
 * If there is no field at all, everything is body.
 *
 * @param fields the fields within the limits
 * @param body what follows the empty line
 */
record Headers(List<HeaderField> fields, Octets body) {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int SECTION_PER_FIELD = 16;
  private static final int NAME_OCTETS = 256;

  /** Reads the header section at the start of {@code entity}. */
  static Headers read(Octets entity, Place place, MessageSink sink) {
    var fields = new ArrayList<HeaderField>();
    int room = SECTION_PER_FIELD * sink.limits().headerFieldBytes();
    int at = afterMboxLine(entity);
    while (at < entity.length()) {
      int next = LineEnds.next(entity, at);
      if (LineEnds.content(entity, at, next) == at) {
        return new Headers(fields, rest(entity, next));
      }
      int colon = colon(entity, at, next);
      if (colon < 0) {
        sink.defect(Kind.MALFORMED, place, "A line of the header section is no header field.");
        if (fields.isEmpty() || !continuesHeader(entity, next)) {
          return new Headers(fields, rest(entity, at));
        }
        keepLine(entity.slice(at, next), place, sink);
        at = next;
        continue;
      }
      int end = fieldEnd(entity, next);
      if (fields.size() < sink.limits().headerFields() && room > 0) {
        HeaderField field = field(entity.slice(at, end), colon - at, place, sink);
        room -= field.body().length() + colon - at;
        fields.add(field);
      } else {
        sink.once(Kind.LIMIT_REACHED, place, "A header section has too many fields.");
      }
      at = end;
    }
    return new Headers(fields, rest(entity, entity.length()));
  }

  private static void keepLine(Octets line, Place place, MessageSink sink) {
    Octets bounded = line.slice(0, Math.min(line.length(), sink.limits().headerFieldBytes()));
    Place at = place.at("a line of the header section");
    sink.surface(new Surface(SurfaceKind.PLAIN_TEXT, at, unfolded(text(bounded))));
  }

  private static Octets rest(Octets entity, int from) {
    return entity.slice(from, entity.length());
  }

  /** Skips the separator line of a mailbox file, which some gateways leave in front. */
  private static int afterMboxLine(Octets entity) {
    return entity.startsWith((byte) 'F', (byte) 'r', (byte) 'o', (byte) 'm', (byte) ' ')
            || entity.startsWith(
                (byte) '>', (byte) 'F', (byte) 'r', (byte) 'o', (byte) 'm', (byte) ' ')
        ? LineEnds.next(entity, 0)
        : 0;
  }

  private static boolean continuesHeader(Octets entity, int at) {
    if (at >= entity.length()) {
      return false;
    }
    int next = LineEnds.next(entity, at);
    return LineEnds.content(entity, at, next) == at || colon(entity, at, next) >= 0;
  }

  /** Where the colon of a field stands, -1 where the line starts no field. */
  private static int colon(Octets entity, int start, int next) {
    int last = Math.min(next, start + NAME_OCTETS);
    int i = start;
    while (i < last && entity.at(i) > ' ' && entity.at(i) < 127 && entity.at(i) != ':') {
      i++;
    }
    int nameEnd = i;
    while (i < last && (entity.at(i) == ' ' || entity.at(i) == '\t')) {
      i++;
    }
    return nameEnd > start && i < last && entity.at(i) == ':' ? i : -1;
  }

  /** Where the field ends whose first line ends at {@code next}: behind its folded lines. */
  private static int fieldEnd(Octets entity, int next) {
    int end = next;
    while (end < entity.length() && (entity.at(end) == ' ' || entity.at(end) == '\t')) {
      end = LineEnds.next(entity, end);
    }
    return end;
  }

  private static HeaderField field(Octets octets, int colon, Place place, MessageSink sink) {
    int end = octets.length();
    if (end > sink.limits().headerFieldBytes()) {
      sink.defect(Kind.LIMIT_REACHED, place, "A header field was cut.");
      end = Math.max(colon + 1, sink.limits().headerFieldBytes());
      while (end > colon + 1 && (octets.at(end) & 0xC0) == 0x80) {
        end--;
      }
    }
    String name = octets.slice(0, colon).decode(StandardCharsets.US_ASCII).strip();
    return new HeaderField(name, unfolded(text(octets.slice(colon + 1, end))));
  }

  /** Raw header octets as text: UTF-8 where valid (RFC 6532), else windows-1252. */
  static String text(Octets octets) {
    String utf8 = octets.decode(StandardCharsets.UTF_8);
    return utf8.indexOf('\uFFFD') < 0 ? utf8 : octets.decode(WINDOWS_1252);
  }

  /** Without line ends (RFC 5322 §2.2.3), trimmed; a bare CR or NUL becomes a space. */
  static String unfolded(String body) {
    String joined = body.replace("\r\n", "");
    if (joined.indexOf('\n') < 0 && joined.indexOf('\r') < 0 && joined.indexOf('\0') < 0) {
      return joined.strip();
    }
    var out = new StringBuilder(body.length());
    int kept = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '\n' || c == '\r' || c == '\0') {
        boolean lineEnd = c == '\n' || (c == '\r' && endsLine(body, i));
        out.append(body, kept, i).append(lineEnd ? "" : " ");
        kept = i + 1;
      }
    }
    return out.append(body, kept, body.length()).toString().strip();
  }

  private static boolean endsLine(String body, int cr) {
    return cr + 1 == body.length() || body.charAt(cr + 1) == '\n' || body.charAt(cr + 1) == '\r';
  }

  /** The body of the bottommost field called {@code name}, empty where there is none. */
  String last(String name) {
    String last = "";
    for (HeaderField field : fields) {
      if (field.isNamed(name)) {
        last = field.body();
      }
    }
    return last;
  }

  /** The body of the topmost field called {@code name}, empty where there is none. */
  String first(String name) {
    for (HeaderField field : fields) {
      if (field.isNamed(name)) {
        return field.body();
      }
    }
    return "";
  }
}
