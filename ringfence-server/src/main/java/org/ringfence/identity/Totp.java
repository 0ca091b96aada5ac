package org.ringfence.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A second factor: a code that changes every half minute (RFC 6238, with SHA-1 and six digits, as
 * the authenticator programs have it).
 *
 * @param secret what the program and we know, in base 32 (RFC 4648 §6)
 */
public record Totp(String secret) {
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_BYTES = 20;
  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  public Totp {
    boolean isSecret = !secret.isEmpty() && secret.chars().allMatch(c -> BASE_32.indexOf(c) >= 0);
    if (!isSecret) {
      throw new IllegalArgumentException("A secret is written in base 32.");
    }
  }

  /**
   * A new factor.
   *
   * @param chance 20 bytes that nobody can foresee
   */
  public static Totp of(byte[] chance) {
    if (chance.length != SECRET_BYTES) {
      throw new IllegalArgumentException("A secret has 20 bytes.");
    }
    var text = new StringBuilder();
    for (int bit = 0; bit < SECRET_BYTES * Byte.SIZE; bit += 5) {
      text.append(BASE_32.charAt(five(chance, bit)));
    }
    return new Totp(text.toString());
  }

  private static int five(byte[] bytes, int bit) {
    int pair = (bytes[bit / 8] & 0xFF) << 8;
    if (bit / 8 + 1 < bytes.length) {
      pair |= bytes[bit / 8 + 1] & 0xFF;
    }
    return pair >>> (11 - bit % 8) & 31;
  }

  /**
   * The step that {@code code} belongs to, one before or after now at most: clocks differ. A step
   * that was used must not be used again (RFC 6238 §5.2): keep it, and ask for a later one.
   *
   * @param after the last step that was used
   */
  public OptionalLong step(String code, Instant now, long after) {
    long current = now.getEpochSecond() / STEP_SECONDS;
    for (long step = current - 1; step <= current + 1; step++) {
      byte[] right = code(step).getBytes(StandardCharsets.US_ASCII);
      if (step > after && MessageDigest.isEqual(right, code.getBytes(StandardCharsets.UTF_8))) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /** The code at {@code now}. */
  public String code(Instant now) {
    return code(now.getEpochSecond() / STEP_SECONDS);
  }

  private String code(long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xF;
      int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % MODULUS);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("This Java cannot make codes.", absent);
    }
  }

  private byte[] bytes() {
    byte[] bytes = new byte[secret.length() * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < secret.length() && at < bytes.length; i++) {
      buffer = buffer << 5 | BASE_32.indexOf(secret.charAt(i));
      bits += 5;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes[at++] = (byte) (buffer >>> bits);
      }
    }
    return bytes;
  }

  /** What an authenticator program reads from a QR code. */
  public String address(String name) {
    return "otpauth://totp/Ringfence:" + name + "?secret=" + secret + "&issuer=Ringfence";
  }

  @Override
  public String toString() {
    return "Totp[…]";
  }
}
