package org.ringfence.door.http;

import java.util.Map;

/**
 * What every answer says to a browser, which should never have got it: it is no page, it stays in
 * no cache, and no other site may have it. There is no CORS.
 */
final class SafetyHeaders {
  static final Map<String, String> FIELDS =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY");

  private SafetyHeaders() {}
}
