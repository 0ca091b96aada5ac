package org.ringfence.door.http.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ringfence.mail.Octets;

/**
 * An answer to a browser.
 *
 * @param status the HTTP status (RFC 9110 §15)
 * @param type the media type
 * @param headers further fields; never with a stranger's word
 */
public record PageReply(int status, String type, Octets body, Map<String, String> headers) {
  /**
   * Attack: a word of a mail that is taken for a script, a style, or a picture from outside. None
   * of them runs or is fetched, whatever a template forgets.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri"
          + " 'none'";

  /** A page within a page: it may not even run what is ours. */
  private static final String FRAMED_POLICY =
      "default-src 'none'; style-src 'self'; form-action 'none'; frame-ancestors 'self'; base-uri"
          + " 'none'; sandbox";

  public PageReply {
    headers = Map.copyOf(headers);
  }

  /** A page. */
  public static PageReply page(int status, String html) {
    return new PageReply(
        status,
        "text/html; charset=utf-8",
        octets(html),
        Map.of("Content-Security-Policy", POLICY));
  }

  /** A page that stands in a frame of another of ours, and can do nothing at all. */
  public static PageReply framed(String html) {
    return new PageReply(
        200,
        "text/html; charset=utf-8",
        octets(html),
        Map.of("Content-Security-Policy", FRAMED_POLICY, "X-Frame-Options", "SAMEORIGIN"));
  }

  /**
   * After a form: look at another page.
   *
   * @param path a path of ours, never a stranger's word
   */
  public static PageReply seeOther(String path) {
    return new PageReply(303, "text/plain", Octets.empty(), Map.of("Location", path));
  }

  /** The same with another field. */
  public PageReply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new PageReply(status, type, body, more);
  }

  private static Octets octets(String html) {
    return Octets.of(html.getBytes(StandardCharsets.UTF_8));
  }
}
