package org.ringfence.assessment.authentication.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ringfence.assessment.authentication.dns.ZoneLine.Word;

/**
 * Reads the plain part of a master file (RFC 1035 §5): one record a line as {@code name [ttl] [IN]
 * type value}, a line that starts with white space continues the name before, quoted strings,
 * comments after ";", {@code $ORIGIN}, "@" and names relative to it.
 *
 * <p>Not read: {@code $INCLUDE}, parentheses, other types than {@link ZoneRecord.Kind}. SOA and NS
 * records are passed over, {@code $TTL} and times to live as well.
 */
public final class ZoneFile {
  private final String file;
  private final List<ZoneRecord> records = new ArrayList<>();
  private int number;
  private String origin = "";
  private Optional<String> owner = Optional.empty();

  private ZoneFile(String file) {
    this.file = file;
  }

  /**
   * The records of {@code text}, in their order.
   *
   * @param file how errors call the file
   * @throws ZoneFileException for the first line that cannot be read
   */
  public static List<ZoneRecord> read(String file, String text) {
    var zone = new ZoneFile(file);
    text.lines().forEachOrdered(zone::readLine);
    return List.copyOf(zone.records);
  }

  private void readLine(String line) {
    number++;
    List<Word> words =
        ZoneLine.words(line)
            .orElseThrow(
                () -> error("a quoted string does not end; close it with a double quote."));
    if (words.isEmpty()) {
      return;
    }
    if (words.getFirst().is("$ORIGIN")) {
      origin = absolute(only(words.subList(1, words.size())).text());
    } else if (!words.getFirst().is("$TTL")) {
      readRecord(words, Character.isWhitespace(line.charAt(0)));
    }
  }

  private void readRecord(List<Word> words, boolean continued) {
    if (!continued) {
      owner = Optional.of(absolute(words.getFirst().text()));
    }
    String name =
        owner.orElseThrow(() -> error("a record stands before any name; begin the line with one."));
    int type = continued ? 0 : 1;
    while (type < words.size() && isTimeOrClass(words.get(type))) {
      type++;
    }
    if (type >= words.size()) {
      throw error("the record has no type; write \"name type value\".");
    }
    addRecord(name, words.get(type).text(), words.subList(type + 1, words.size()));
  }

  private static boolean isTimeOrClass(Word word) {
    return word.is("IN") || word.text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void addRecord(String name, String type, List<Word> values) {
    switch (type.toUpperCase(Locale.ROOT)) {
      case "TXT" -> add(name, ZoneRecord.Kind.TXT, text(values));
      case "A" -> add(name, ZoneRecord.Kind.A, address(values, 4));
      case "AAAA" -> add(name, ZoneRecord.Kind.AAAA, address(values, 16));
      case "PTR" -> add(name, ZoneRecord.Kind.PTR, absolute(only(values).text()));
      case "CNAME" -> add(name, ZoneRecord.Kind.CNAME, absolute(only(values).text()));
      case "MX" -> add(name, ZoneRecord.Kind.MX, exchanger(values));
      case "SOA", "NS" -> {}
      default ->
          throw error(
              "records of type \"%s\" are not known here; TXT, A, AAAA, MX, PTR and CNAME are."
                  .formatted(type));
    }
  }

  private void add(String name, ZoneRecord.Kind kind, String value) {
    records.add(new ZoneRecord(name, kind, value));
  }

  /** RFC 7208 §3.3: the strings of one record are joined without a space. */
  private String text(List<Word> values) {
    if (values.isEmpty()) {
      throw error("the TXT record has no string; write \"\" for an empty one.");
    }
    return values.stream().map(Word::text).collect(Collectors.joining());
  }

  private String address(List<Word> values, int octets) {
    String text = only(values).text();
    try {
      if (InetAddress.ofLiteral(text).getAddress().length == octets) {
        return text;
      }
    } catch (IllegalArgumentException malformed) {
      // Said below, together with an address of the other family.
    }
    throw error("\"%s\" is no address of that type.".formatted(text));
  }

  private String exchanger(List<Word> values) {
    if (values.size() != 2) {
      throw error("an MX record has a preference and a host.");
    }
    return values.getFirst().text() + " " + absolute(values.getLast().text());
  }

  private Word only(List<Word> values) {
    if (values.size() != 1) {
      throw error("exactly one value must stand here, and there are %s.".formatted(values.size()));
    }
    return values.getFirst();
  }

  /** The name with the origin behind it, without the final dot. */
  private String absolute(String name) {
    if (name.equals("@")) {
      return origin;
    }
    if (name.endsWith(".")) {
      return name.substring(0, name.length() - 1);
    }
    return origin.isEmpty() ? name : name + "." + origin;
  }

  private ZoneFileException error(String sentence) {
    return new ZoneFileException(file, number, sentence);
  }
}
