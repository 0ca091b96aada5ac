package org.ringfence.arrival.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringfence.mail.Octets;

/**
 * A Content-Type or Content-Disposition field: a value and its parameters (RFC 2045 §5.1, RFC
 * 2183), those of RFC 2231 put together and decoded.
 *
 * @param value in lower case, empty where there is none
 * @param parameters decoded, by their names in lower case; the first of several counts
 */
record ContentField(String value, Map<String, String> parameters) {
  ContentField {
    parameters = Map.copyOf(parameters);
  }

  /** Reads a field body. */
  static ContentField read(String body) {
    int semicolon = body.indexOf(';');
    String head = semicolon < 0 ? body : body.substring(0, semicolon);
    String value = firstWord(head).toLowerCase(Locale.ROOT);
    return new ContentField(
        value, semicolon < 0 ? Map.of() : new Parameters(body, semicolon).read());
  }

  private static String firstWord(String head) {
    int end = head.indexOf('(');
    return (end < 0 ? head : head.substring(0, end)).replaceAll("[\\s\"]", "");
  }

  /** The parameter called {@code name}, empty where there is none. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** One pass over the parameters of one field. */
  private static final class Parameters {
    private static final int PARAMETERS = 200;

    private final String body;
    private final Map<String, String> plain = new HashMap<>();
    private final Map<String, TreeMap<Integer, Section>> sections = new HashMap<>();
    private int at;
    private int left = PARAMETERS;

    /** A piece of a parameter value (RFC 2231 §3); extended ones are percent-encoded (§4). */
    private record Section(String value, boolean extended) {}

    Parameters(String body, int at) {
      this.body = body;
      this.at = at;
    }

    Map<String, String> read() {
      while (at < body.length() && left-- > 0) {
        parameter();
      }
      sections.forEach((name, pieces) -> plain.put(name, joined(pieces)));
      return plain;
    }

    private void parameter() {
      while (at < body.length() && (body.charAt(at) == ';' || body.charAt(at) <= ' ')) {
        at++;
      }
      int start = at;
      while (at < body.length() && body.charAt(at) != '=' && body.charAt(at) != ';') {
        at++;
      }
      String name = body.substring(start, at).strip().toLowerCase(Locale.ROOT);
      if (at < body.length() && body.charAt(at) == '=') {
        at++;
        add(name, value());
      }
    }

    private String value() {
      while (at < body.length() && body.charAt(at) <= ' ') {
        at++;
      }
      if (at < body.length() && body.charAt(at) == '"') {
        return quoted();
      }
      int start = at;
      while (at < body.length() && body.charAt(at) != ';') {
        at++;
      }
      return body.substring(start, at).strip();
    }

    private String quoted() {
      var value = new StringBuilder();
      for (at++; at < body.length() && body.charAt(at) != '"'; at++) {
        if (body.charAt(at) == '\\' && at + 1 < body.length()) {
          at++;
        }
        value.append(body.charAt(at));
      }
      while (at < body.length() && body.charAt(at) != ';') {
        at++;
      }
      return value.toString();
    }

    private void add(String name, String value) {
      int star = name.indexOf('*');
      if (star < 0) {
        plain.putIfAbsent(name, EncodedWords.decode(value));
        return;
      }
      boolean extended = name.endsWith("*");
      boolean single = star == name.length() - 1;
      int end = extended ? name.length() - 1 : name.length();
      String number = single ? "0" : name.substring(star + 1, end);
      if (!number.isEmpty()
          && number.length() < 4
          && number.chars().allMatch(Parameters::isDigit)) {
        sections
            .computeIfAbsent(name.substring(0, star), any -> new TreeMap<>())
            .putIfAbsent(Integer.valueOf(number), new Section(value, extended));
      }
    }

    private static boolean isDigit(int c) {
      return c >= '0' && c <= '9';
    }

    /**
     * The octets of all pieces first, the charset afterwards: a piece may end inside a character.
     */
    private static String joined(SortedMap<Integer, Section> pieces) {
      var octets = new ByteArrayOutputStream();
      String charset = "";
      boolean first = true;
      for (Section piece : pieces.values()) {
        String value = piece.value();
        int second = first && piece.extended() ? value.indexOf('\'', value.indexOf('\'') + 1) : -1;
        if (second > 0) {
          charset = value.substring(0, value.indexOf('\''));
          value = value.substring(second + 1);
        }
        octets.writeBytes(
            piece.extended() ? unpercented(value) : value.getBytes(StandardCharsets.UTF_8));
        first = false;
      }
      String text = TextDecoder.decode(Octets.of(octets.toByteArray()), charset).text();
      return EncodedWords.decode(text);
    }

    private static byte[] unpercented(String value) {
      var octets = new ByteArrayOutputStream(value.length());
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        int high = i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
        int low = i + 2 < value.length() ? Character.digit(value.charAt(i + 2), 16) : -1;
        if (c == '%' && high >= 0 && low >= 0) {
          octets.write(high << 4 | low);
          i += 2;
        } else {
          octets.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        }
      }
      return octets.toByteArray();
    }
  }
}
