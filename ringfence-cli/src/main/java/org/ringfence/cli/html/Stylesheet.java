package org.ringfence.cli.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The CSS of our pages.
 *
 * @param css the rules
 */
public record Stylesheet(String css) {
  /** The rules shipped with the program. */
  public static Stylesheet shipped() {
    try (InputStream in =
        Objects.requireNonNull(Stylesheet.class.getResourceAsStream("page.css"), "page.css")) {
      return new Stylesheet(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException("page.css cannot be read from the program's own jar", failure);
    }
  }

  /** How a content security policy admits these rules and no others (CSP Level 3 §2.3.1). */
  String source() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
