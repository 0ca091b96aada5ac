package org.ringfence.door.http;

import java.util.Map;

/**
 * Why a request is not answered as asked (RFC 9457). The words are ours alone: no part of a request
 * comes back in them.
 */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String TYPE = "urn:ringfence:problem:";

  private final transient Report report;
  private final transient Map<String, String> headers;

  /**
   * A problem as it is written.
   *
   * @param type a name for programs
   * @param title what it is, the same for all of the type
   * @param status the HTTP status
   * @param detail what to do
   */
  record Report(String type, String title, int status, String detail) {}

  private Problem(Report report, Map<String, String> headers) {
    super(report.title());
    this.report = report;
    this.headers = Map.copyOf(headers);
  }

  private static Problem of(int status, String type, String title, String detail) {
    return new Problem(new Report(TYPE + type, title, status, detail), Map.of());
  }

  private Problem with(String name, String value) {
    return new Problem(report, Map.of(name, value));
  }

  static Problem badRequest(String detail) {
    return of(400, "bad-request", "The request cannot be read.", detail);
  }

  static Problem noToken() {
    return of(
            401,
            "no-token",
            "A token is needed.",
            "Send Authorization: Bearer and a token. Make one with: ringfence token new.")
        .with("WWW-Authenticate", "Bearer realm=\"ringfence\"");
  }

  static Problem wrongToken() {
    return of(
            401,
            "wrong-token",
            "This token is not known.",
            "See ringfence token list; after a change of tokens, reload Ringfence.")
        .with("WWW-Authenticate", "Bearer realm=\"ringfence\", error=\"invalid_token\"");
  }

  static Problem expiredToken() {
    return of(
            401,
            "expired-token",
            "This token has expired.",
            "Make a new one with: ringfence token new.")
        .with("WWW-Authenticate", "Bearer realm=\"ringfence\", error=\"invalid_token\"");
  }

  static Problem narrowToken(String scope) {
    return of(
            403,
            "narrow-token",
            "This token is not for that.",
            "A token with the scope " + scope + " is needed.")
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"ringfence\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
  }

  static Problem tooManyTries() {
    return of(
            429,
            "too-many-tries",
            "Too many wrong tokens came from this address.",
            "Wait a minute. A right token is taken all the same.")
        .with("Retry-After", "60");
  }

  static Problem noSuchPath() {
    return of(
        404,
        "no-such-path",
        "There is nothing here.",
        "See /api/v1/openapi.yaml for what there is.");
  }

  static Problem noSuchCase(String detail) {
    return of(404, "no-such-case", "There is no such mail.", detail);
  }

  static Problem wrongMethod() {
    return of(
        405,
        "wrong-method",
        "This cannot be asked that way.",
        "See /api/v1/openapi.yaml for the method.");
  }

  static Problem bodyLate(long seconds) {
    return of(
        408,
        "body-late",
        "The body did not come in time.",
        "Send it within " + seconds + " seconds.");
  }

  static Problem conflict(String detail) {
    return of(409, "not-as-it-stands", "The mail does not stand so.", detail);
  }

  static Problem bodyTooLong(int most) {
    return of(
        413,
        "body-too-long",
        "The body is too long.",
        "Send " + most + " octets at most, or let the administrator raise the bound.");
  }

  static Problem wrongType(String detail) {
    return of(415, "wrong-type", "The body is of a type that is not read here.", detail);
  }

  static Problem notReloaded(String detail) {
    return of(422, "not-reloaded", "What counted before still counts.", detail);
  }

  static Problem fault() {
    return of(
        500,
        "fault",
        "Ringfence itself is at fault.",
        "The log says where. Please report it; a further try may meet the same.");
  }

  static Problem busy() {
    return of(503, "busy", "Too much is under way.", "Try again in a moment.")
        .with("Retry-After", "1");
  }

  static Problem noStore() {
    return of(
            503,
            "no-store",
            "The store cannot be had.",
            "Try again in a moment; GET /ready and the log say more.")
        .with("Retry-After", "5");
  }

  /** What the web server itself refuses: its words would be the request's, so these are ours. */
  static Problem refused(int status) {
    return of(
        status,
        "refused",
        "The request is refused as it stands.",
        "It does not keep to HTTP, or its head is too long. See RFC 9110 and RFC 9112.");
  }

  int status() {
    return report.status();
  }

  Report report() {
    return report;
  }

  Map<String, String> headers() {
    return headers;
  }
}
