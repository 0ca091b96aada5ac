package org.ringfence.door.smtp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringfence.connector.smtp.Extensions;
import org.ringfence.connector.smtp.MailPath;
import org.ringfence.connector.smtp.Reply;

/**
 * Which parameters of MAIL and RCPT are taken: those of the extensions that the next host has,
 * since they are its to keep.
 *
 * @param next what the next host offers
 * @param bound octets of a message that are taken
 */
record Parameters(Extensions next, int bound) {
  /** What the door offers of itself, whatever the next host can do. */
  private static final String SIZE = "SIZE";

  /** Why a reverse-path cannot be taken; empty where it can. */
  Optional<Reply> refusal(MailPath from) {
    for (String parameter : from.parameters()) {
      String keyword = keyword(parameter);
      if (keyword.equals(SIZE) && size(parameter) > bound) {
        return Optional.of(tooLarge(bound));
      }
      if (!keyword.equals(SIZE) && !isOffered(keyword, "8BITMIME", "SMTPUTF8", "DSN")) {
        return Optional.of(unknown(keyword));
      }
    }
    return address(from, isUtf8(from));
  }

  /** Why a recipient cannot be taken; empty where he can. */
  Optional<Reply> refusal(MailPath to, boolean utf8) {
    Optional<String> strange =
        to.parameters().stream()
            .map(Parameters::keyword)
            .filter(keyword -> !isOffered(keyword, "DSN"))
            .findFirst();
    return strange.map(Parameters::unknown).or(() -> address(to, utf8));
  }

  /** Whether addresses may hold more than ASCII (RFC 6531 §3.4). */
  static boolean isUtf8(MailPath from) {
    return from.parameters().stream().anyMatch(one -> keyword(one).equals("SMTPUTF8"));
  }

  /** As the next host is told. */
  MailPath forNext(MailPath from) {
    Stream<String> kept =
        from.parameters().stream()
            .filter(parameter -> next.has(SIZE) || !keyword(parameter).equals(SIZE));
    return new MailPath(from.address(), kept.toList());
  }

  /** RFC 1870 §6.1. */
  static Reply tooLarge(int bound) {
    return Reply.of(552, "5.3.4 A message has at most " + bound + " octets here");
  }

  private boolean isOffered(String keyword, String... extensions) {
    return Stream.of(extensions)
        .filter(next::has)
        .flatMap(extension -> words(extension).stream())
        .collect(Collectors.toSet())
        .contains(keyword);
  }

  /** RFC 6152, RFC 6531, RFC 3461 §4. */
  private static List<String> words(String extension) {
    return switch (extension) {
      case "8BITMIME" -> List.of("BODY");
      case "DSN" -> List.of("RET", "ENVID", "NOTIFY", "ORCPT");
      default -> List.of(extension);
    };
  }

  private static Optional<Reply> address(MailPath path, boolean utf8) {
    boolean isAscii = path.address().chars().allMatch(c -> c < 128);
    return isAscii || utf8
        ? Optional.empty()
        : Optional.of(Reply.of(553, "5.6.7 This address needs SMTPUTF8"));
  }

  private static Reply unknown(String keyword) {
    return Reply.of(555, "5.5.4 The parameter " + keyword + " is not offered");
  }

  private static String keyword(String parameter) {
    return parameter.split("=", 2)[0].toUpperCase(Locale.ROOT);
  }

  private static long size(String parameter) {
    String digits = parameter.substring(parameter.indexOf('=') + 1);
    boolean isNumber = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber && digits.length() < 19 ? Long.parseLong(digits) : Long.MAX_VALUE;
  }
}
