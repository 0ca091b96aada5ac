package org.ringfence.arrival.parse.html;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** The links of one document that dial or text a number (RFC 3966, RFC 5724). */
final class PhoneLinks {
  private static final Set<String> SCHEMES =
      Set.of("tel", "callto", "sms", "smsto", "mms", "facetime", "facetime-audio");
  private static final int LINKS = 100;
  private static final int LABEL = 60;
  private static final int SCHEME_CHARS = 16;

  private final Map<String, String> labels = new LinkedHashMap<>();
  private boolean tooMany;

  /** Keeps {@code target} if it is such a link; the same number again adds nothing. */
  void add(String target, Layout layout, Span shown) {
    int colon = target.indexOf(':');
    if (colon < 0 || colon > SCHEME_CHARS || !isPhone(target.substring(0, colon))) {
      return;
    }
    String number = number(target.substring(colon + 1));
    if (number.isEmpty() || labels.containsKey(number)) {
      return;
    }
    if (labels.size() == LINKS) {
      tooMany = true;
      return;
    }
    Span label = new Span(shown.start(), Math.min(shown.end(), shown.start() + LABEL));
    labels.put(number, layout.text(label).replaceAll("\\s", " "));
  }

  private static boolean isPhone(String scheme) {
    return SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
  }

  /** The number without a query, percent-decoded, on one line. */
  private static String number(String rest) {
    int query = rest.indexOf('?');
    String raw = query < 0 ? rest : rest.substring(0, query);
    int start = 0;
    while (start < raw.length() && raw.charAt(start) == '/') {
      start++;
    }
    var octets = new ByteArrayOutputStream(raw.length());
    for (int i = start; i < raw.length(); i++) {
      int hex = raw.charAt(i) == '%' ? hex(raw, i + 1) : -1;
      if (hex >= 0) {
        octets.write(hex);
        i += 2;
      } else {
        octets.writeBytes(raw.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    String decoded = octets.toString(StandardCharsets.UTF_8);
    return decoded.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ').strip();
  }

  private static int hex(String raw, int at) {
    if (at + 1 >= raw.length()) {
      return -1;
    }
    int high = Character.digit(raw.charAt(at), 16);
    int low = Character.digit(raw.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** Hands the numbers over, each with the words that carry its link. */
  void emit(Place place, PartSink out) {
    labels.forEach(
        (number, label) ->
            out.surface(
                new Surface(
                    SurfaceKind.TEL_LINK, label.isEmpty() ? place : place.at(label), number)));
    if (tooMany) {
      out.defect(Kind.LIMIT_REACHED, place, "There are more than " + LINKS + " telephone links.");
    }
  }
}
