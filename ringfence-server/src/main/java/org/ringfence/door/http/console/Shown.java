package org.ringfence.door.http.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values are written on pages. Templates escape what comes out. */
public final class Shown {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final char UNSEEN = '\u00B7';

  private Shown() {}

  /** A time, to the minute, UTC. */
  public static String time(Instant at) {
    return MINUTE.format(at);
  }

  /** A day of the month, such as "21 Nov". */
  public static String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(day);
  }

  /** How many. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A share, as per cent. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  /** A number with its sign. */
  public static String signed(double value) {
    return String.format(Locale.ROOT, "%+.2f", value);
  }

  /** A size. */
  public static String size(long octets) {
    return octets < 1024
        ? octets + " octets"
        : String.format(Locale.ROOT, "%,.1f KiB", octets / 1024.0);
  }

  /** A key such as "not-ours" as a title. */
  public static String title(String key) {
    String spaced = key.replace('-', ' ');
    return spaced.isEmpty()
        ? ""
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }

  /** Where words stand, for people, by the key of the surface. */
  public static String surface(String key) {
    return switch (key) {
      case "display-name" -> "Sender's name";
      case "plain-text" -> "Plain text";
      case "visible-html" -> "Text as shown";
      case "hidden-html" -> "Hidden text";
      case "calendar" -> "Calendar entry";
      case "pdf" -> "PDF";
      case "office" -> "Office document";
      case "image" -> "Picture";
      case "qr" -> "QR code";
      case "file-name" -> "Name of an attachment";
      case "tel-link" -> "Link that dials";
      default -> title(key);
    };
  }

  /**
   * A stranger's words on one line. Attack: marks of direction that turn what stands around them,
   * controls, and a subject of five megabytes.
   *
   * @param most how many characters
   */
  public static String line(String words, int most) {
    StringBuilder line = new StringBuilder();
    words
        .codePoints()
        .limit(most)
        .map(c -> c == '\n' || c == '\t' || c == '\r' ? ' ' : seen(c))
        .forEach(line::appendCodePoint);
    boolean cut = words.codePoints().limit(most + 1L).count() > most;
    return cut ? line.append('…').toString() : line.toString();
  }

  /** The same on as many lines as they have. */
  public static String block(String words) {
    StringBuilder block = new StringBuilder(words.length());
    words
        .codePoints()
        .filter(c -> c != '\r')
        .map(c -> c == '\u2028' ? '\n' : c)
        .map(c -> c == '\n' || c == '\t' ? c : seen(c))
        .forEach(block::appendCodePoint);
    return block.toString();
  }

  private static int seen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          UNSEEN;
      default -> c;
    };
  }

  /** The colour of a verdict, a standing, a result or a tenant's standing. */
  public static String tone(String key) {
    return switch (key) {
      case "callback-phishing", "fail", "refused", "ours-text-differs", "permerror" -> "bad";
      case "suspicious", "quarantined", "held", "softfail", "not-ours", "not-found", "temperror" ->
          "warn";
      case "clear", "pass", "sent", "confirmed-ours" -> "good";
      case "not-judged", "waiting", "sending" -> "other";
      default -> "";
    };
  }
}
