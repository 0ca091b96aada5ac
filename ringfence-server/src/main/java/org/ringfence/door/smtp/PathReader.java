package org.ringfence.door.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.connector.smtp.MailPath;

/** Reads the address and the parameters of MAIL and RCPT (RFC 5321 §4.1.2). Linear in time. */
final class PathReader {
  private static final int LONGEST = 1_024;

  private PathReader() {}

  /**
   * What {@code text} says, such as {@code FROM:<a@example.org> BODY=8BITMIME}; empty where it is
   * none.
   *
   * @param keyword what it begins with, such as "FROM:"
   */
  static Optional<MailPath> read(String text, String keyword) {
    if (!text.regionMatches(true, 0, keyword, 0, keyword.length())) {
      return Optional.empty();
    }
    String path = text.substring(keyword.length()).strip();
    int end = end(path);
    if (end < 0) {
      return Optional.empty();
    }
    String address = withoutRoute(path.substring(1, end));
    String rest = path.substring(end + 1);
    boolean readable = isAddress(address) && (rest.isEmpty() || rest.startsWith(" "));
    return readable ? parameters(rest).map(all -> new MailPath(address, all)) : Optional.empty();
  }

  /** Where the bracket closes that the path begins with; -1 where none does. */
  private static int end(String path) {
    if (!path.startsWith("<")) {
      return -1;
    }
    boolean quoted = false;
    for (int i = 1; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '>' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  /** RFC 5321 §4.1.1.3: a route in front of the address is forgotten. */
  private static String withoutRoute(String address) {
    int colon = address.indexOf(':');
    return address.startsWith("@") && colon > 0 ? address.substring(colon + 1) : address;
  }

  /** A bracket in a quoted word would end the path for hosts that do not look at quotes. */
  private static boolean isAddress(String address) {
    return address.length() <= LONGEST
        && address.indexOf('>') < 0
        && address.indexOf('<') < 0
        && (address.indexOf(' ') < 0 || address.startsWith("\""));
  }

  private static Optional<List<String>> parameters(String rest) {
    List<String> all = new ArrayList<>();
    for (String word : rest.strip().split(" +", -1)) {
      if (!word.isEmpty()) {
        if (!isParameter(word)) {
          return Optional.empty();
        }
        all.add(word);
      }
    }
    return Optional.of(all);
  }

  private static boolean isParameter(String word) {
    int equals = word.indexOf('=');
    String keyword = equals < 0 ? word : word.substring(0, equals);
    boolean isKeyword =
        !keyword.isEmpty()
            && keyword.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
    return isKeyword && (equals < 0 || word.indexOf('=', equals + 1) < 0);
  }
}
