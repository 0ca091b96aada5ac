package org.ringfence.door.spamd;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.SmtpClient;

/**
 * The head of a request.
 *
 * @param command what is asked
 * @param dialect in which protocol
 * @param minor the version: 1.{@code minor}
 * @param fields its fields, names in lower case
 */
record Head(Command command, Dialect dialect, int minor, Map<String, List<String>> fields) {
  private static final int MOST_FIELDS = 1_000;
  private static final int LONGEST = 320;

  /** A protocol. */
  enum Dialect {
    /** SpamAssassin's, which tells nothing of the envelope. */
    SPAMC,
    /** rspamd's old one that Exim speaks with {@code variant=rspamd}, which tells all of it. */
    RSPAMC
  }

  /**
   * Reads a head.
   *
   * @param lines its lines, the first one the command's
   * @throws Refusal where it is none
   */
  static Head of(List<String> lines) throws Refusal {
    String[] words = lines.getFirst().split(" ", -1);
    Command command = Command.of(words[0]).orElse(null);
    if (words.length != 2 || command == null) {
      throw Refusal.protocol("(the first line must be a command and SPAMC/1.x)");
    }
    return new Head(command, dialect(words[1]), minor(words[1]), fields(lines));
  }

  private static Dialect dialect(String version) throws Refusal {
    if (version.matches("SPAMC/1\\.[0-9]")) {
      return Dialect.SPAMC;
    }
    if (version.matches("RSPAMC/1\\.[0-9]")) {
      return Dialect.RSPAMC;
    }
    throw Refusal.protocol("(the version must be SPAMC/1.x)");
  }

  private static int minor(String version) {
    return version.charAt(version.length() - 1) - '0';
  }

  private static Map<String, List<String>> fields(List<String> lines) throws Refusal {
    Map<String, List<String>> fields = new TreeMap<>();
    if (lines.size() > MOST_FIELDS) {
      throw Refusal.protocol("(too many header lines)");
    }
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw Refusal.protocol("(a header line needs a name and a colon)");
      }
      fields
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return fields;
  }

  /** The body's length, where it is told. */
  OptionalInt length() throws Refusal {
    List<String> given = fields.getOrDefault("content-length", List.of());
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    if (given.size() > 1 || !given.getFirst().matches("[0-9]{1,9}")) {
      throw Refusal.protocol("(Content-length must be one number)");
    }
    return OptionalInt.of(Integer.parseInt(given.getFirst()));
  }

  /** Whether the body is packed by zlib. */
  boolean isCompressed() throws Refusal {
    List<String> given = fields.getOrDefault("compress", List.of());
    if (!given.isEmpty() && !given.equals(List.of("zlib"))) {
      throw Refusal.protocol("(compression type not supported)");
    }
    return !given.isEmpty();
  }

  /** The mail server's name for the message. */
  String queueId() {
    return dialect == Dialect.RSPAMC ? first("queue-id").orElse("") : "";
  }

  /** The envelope, as far as the dialect tells it. */
  Envelope envelope() {
    return dialect == Dialect.SPAMC
        ? Envelope.unknown()
        : new Envelope(
            first("from").map(Head::bare),
            fields.getOrDefault("rcpt", List.of()).stream()
                .filter(Head::isShort)
                .map(Head::bare)
                .toList());
  }

  /** Who handed the message to the mail server, as far as the dialect tells it. */
  Optional<SmtpClient> client() {
    try {
      return dialect == Dialect.SPAMC
          ? Optional.empty()
          : first("ip")
              .map(InetAddress::ofLiteral)
              .map(address -> new SmtpClient(address, first("helo").orElse("")));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }

  private Optional<String> first(String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst().filter(Head::isShort);
  }

  private static boolean isShort(String value) {
    return value.length() <= LONGEST;
  }

  private static String bare(String path) {
    boolean bracketed = path.length() > 1 && path.startsWith("<") && path.endsWith(">");
    return bracketed ? path.substring(1, path.length() - 1) : path;
  }
}
