package org.ringfence.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a form of a page without a sign-in carries: that it was shown by us, a moment ago, for
 * this very step of this very link; and what was answered before. May be shared between threads.
 *
 * <p>A sealed text is "text.until.mac": the text in base 64, the second until which it is good
 * since 1970, and HMAC-SHA-256 over both and what it is about. Anybody can read it.
 */
public final class FormToken {
  private static final int KEY_BYTES = 32;
  private static final int LONGEST = 64 << 10;

  private final SecretKeySpec key;
  private final Duration life;

  /**
   * @param key 32 bytes of the site's own
   * @param life how long a form is good for
   */
  public FormToken(byte[] key, Duration life) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("The key of forms has 32 bytes.");
    }
    this.key = new SecretKeySpec(key.clone(), "HmacSHA256");
    this.life = life;
  }

  /**
   * Seals a text.
   *
   * @param about the link and the step that it belongs to
   */
  public String seal(String text, String about, Instant now) {
    String sealed =
        base64(text.getBytes(StandardCharsets.UTF_8)) + "." + now.plus(life).getEpochSecond();
    return sealed + "." + base64(mac(sealed, about));
  }

  /** What was sealed; empty where it was not sealed by us, for another step, or too long ago. */
  public Optional<String> open(String sealed, String about, Instant now) {
    String[] parts = sealed.length() > LONGEST ? new String[0] : sealed.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    byte[] right =
        base64(mac(parts[0] + "." + parts[1], about)).getBytes(StandardCharsets.US_ASCII);
    boolean isOurs = MessageDigest.isEqual(right, parts[2].getBytes(StandardCharsets.UTF_8));
    return isOurs && now.getEpochSecond() <= Long.parseLong(parts[1])
        ? Optional.of(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What it begins with tells these from the MACs of links, which may have the same key. */
  private byte[] mac(String sealed, String about) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(("form:" + sealed + "/" + about).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256.", absent);
    }
  }
}
