package org.ringfence.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ringfence.custody.CaseId;

/**
 * Makes and reads the tokens in links to the page of a mail: each names one case and one recipient,
 * and ends on a day. Whoever has it may see that page and report; it opens nothing else.
 *
 * <p>A token is "case.recipient.day.mac": the recipient in base 64, the last day it is good for
 * since 1970, and HMAC-SHA-256 over the rest. May be shared between threads.
 */
public final class CaseLink {
  private static final int KEY_BYTES = 32;
  private static final int LONGEST = 1_000;
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private final SecretKeySpec key;
  private final Duration life;

  /** What a token names. */
  public record Named(CaseId id, String recipient) {}

  /**
   * @param key 32 bytes of the site's own
   * @param life how long a link is good for, in days
   */
  public CaseLink(byte[] key, Duration life) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("The key of links has 32 bytes.");
    }
    this.key = new SecretKeySpec(key.clone(), "HmacSHA256");
    this.life = life;
  }

  /** The token for a case and one of its recipients. */
  public String token(CaseId id, String recipient, Instant now) {
    long lastDay = now.plus(life).getEpochSecond() / DAY;
    String named =
        id.text()
            + "."
            + base64(recipient.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
            + "."
            + lastDay;
    return named + "." + base64(mac(named));
  }

  /** What a token names; empty where it is not ours, or over. */
  public Optional<Named> read(String token, Instant now) {
    String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    String named = String.join(".", Arrays.copyOf(parts, 3));
    byte[] right = base64(mac(named)).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(right, parts[3].getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    boolean isOver = now.getEpochSecond() / DAY > Long.parseLong(parts[2]);
    String recipient = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return isOver ? Optional.empty() : Optional.of(new Named(new CaseId(parts[0]), recipient));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] mac(String named) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(("case-link:" + named).getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256.", absent);
    }
  }
}
