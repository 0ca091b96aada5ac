package org.ringfence.door.http.console;

/**
 * The cookie that holds the secret of a session. No script reads it and no other site's page sends
 * it; under TLS its name keeps neighbours from planting one (RFC 6265bis §4.1.3.2).
 *
 * @param secure whether browsers come by TLS
 */
record SessionCookie(boolean secure) {
  String name() {
    return secure ? "__Host-ringfence" : "ringfence";
  }

  /** The field that sets it. */
  String set(String secret) {
    return name() + "=" + secret + attributes();
  }

  /** The field that removes it. */
  String remove() {
    return name() + "=" + attributes() + "; Max-Age=0";
  }

  private String attributes() {
    return "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
  }
}
