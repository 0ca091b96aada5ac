package org.ringfence.door.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.SmtpClient;

/**
 * What a caller says about how a message came in.
 *
 * @param mailFrom the reverse-path, at most one; {@code <>} for a bounce
 * @param rcptTo the forward-paths
 * @param clientIp the address of the host that handed it over, at most one
 * @param helo the name that host gave, at most one
 */
record ScanEnvelope(
    List<String> mailFrom, List<String> rcptTo, List<String> clientIp, List<String> helo) {
  private static final int MOST_RECIPIENTS = 1_000;

  /** RFC 5321 §4.5.3.1: 256 octets for a path; some more for those who are generous. */
  private static final int LONGEST = 320;

  /** The same as headers of the request give it. */
  static ScanEnvelope of(Request request) {
    return new ScanEnvelope(
        request.headers("X-Ringfence-Mail-From"),
        request.headers("X-Ringfence-Rcpt-To"),
        request.headers("X-Ringfence-Client-IP"),
        request.headers("X-Ringfence-Helo"));
  }

  /** The envelope. */
  Envelope envelope() {
    if (rcptTo.size() > MOST_RECIPIENTS) {
      throw Problem.badRequest("Name " + MOST_RECIPIENTS + " recipients at most.");
    }
    return new Envelope(
        one(mailFrom, "reverse-path").map(path -> bare(checked(path, "reverse-path"))),
        rcptTo.stream().map(path -> bare(checked(path, "recipient"))).toList());
  }

  /** Who handed the message over. */
  Optional<SmtpClient> client() {
    String name = one(helo, "HELO name").map(given -> checked(given, "HELO name")).orElse("");
    return one(clientIp, "client address").map(address -> new SmtpClient(literal(address), name));
  }

  private static Optional<String> one(List<String> given, String what) {
    if (given.size() > 1) {
      throw Problem.badRequest("Give the " + what + " once.");
    }
    return given.stream().findFirst();
  }

  /** Attack: a line break in an address becomes a header field of a message that we write. */
  private static String checked(String given, String what) {
    boolean odd = given.chars().anyMatch(c -> Character.isISOControl(c) || c == '\uFFFD');
    if (given.length() > LONGEST || odd) {
      throw Problem.badRequest(
          "The " + what + " takes up to " + LONGEST + " characters, none of them a control.");
    }
    return given.strip();
  }

  private static String bare(String path) {
    boolean bracketed = path.length() > 1 && path.startsWith("<") && path.endsWith(">");
    return bracketed ? path.substring(1, path.length() - 1) : path;
  }

  /** A literal: nobody may have us look up names. */
  private static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text.strip());
    } catch (IllegalArgumentException name) {
      throw Problem.badRequest("The client address must be an IPv4 or IPv6 address.");
    }
  }
}
