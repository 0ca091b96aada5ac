package org.ringfence.door.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.ringfence.mail.Octets;
import org.ringfence.report.Json;

/**
 * An answer.
 *
 * @param status the HTTP status (RFC 9110 §15)
 * @param type the media type of the body
 * @param headers further fields; never with a stranger's word
 */
record Reply(int status, String type, Octets body, Map<String, String> headers) {
  private static final Json JSON = new Json();

  Reply {
    headers = Map.copyOf(headers);
  }

  /** A record or a tree as JSON. */
  static Reply json(int status, Object value) {
    return new Reply(status, "application/json", line(value), Map.of());
  }

  /** Text of ours. */
  static Reply text(String type, String text) {
    return new Reply(200, type, octets(text), Map.of());
  }

  /** A problem. */
  static Reply of(Problem problem) {
    return new Reply(
        problem.status(), "application/problem+json", line(problem.report()), problem.headers());
  }

  private static Octets line(Object value) {
    return octets(JSON.line(value) + "\n");
  }

  private static Octets octets(String text) {
    return Octets.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
