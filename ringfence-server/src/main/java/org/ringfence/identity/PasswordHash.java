package org.ringfence.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password, so that whoever reads it cannot sign in with it: PBKDF2 with HMAC-SHA-256 (RFC 8018
 * §5.2), with as many rounds as OWASP's cheat sheet for password storage asks for.
 *
 * @param text "pbkdf2-sha256$rounds$salt$hash", salt and hash in base 64
 */
public record PasswordHash(String text) {
  private static final String SCHEME = "pbkdf2-sha256";
  private static final int ROUNDS = 600_000;
  private static final int MOST_ROUNDS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  /** Beyond this a password is only work for us; no person types it. */
  private static final int LONGEST = 1_024;

  public PasswordHash {
    List<String> parts = List.of(text.split("\\$", -1));
    boolean isHash =
        parts.size() == 4
            && parts.getFirst().equals(SCHEME)
            && parts.get(1).matches("[1-9][0-9]{0,7}")
            && Integer.parseInt(parts.get(1)) <= MOST_ROUNDS;
    if (!isHash) {
      throw new IllegalArgumentException("This is no hash of a password.");
    }
  }

  /**
   * Hashes a password.
   *
   * @param salt 16 bytes that were never used before
   */
  public static PasswordHash of(String password, byte[] salt) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("A salt has 16 bytes.");
    }
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        String.join(
            "$",
            SCHEME,
            Integer.toString(ROUNDS),
            base64.encodeToString(salt),
            base64.encodeToString(derived(password, salt, ROUNDS))));
  }

  /** Whether {@code password} is the one. Takes as long for a wrong one as for the right. */
  public boolean matches(String password) {
    List<String> parts = List.of(text.split("\\$", -1));
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] salt = base64.decode(parts.get(2));
    byte[] expected = base64.decode(parts.get(3));
    return MessageDigest.isEqual(expected, derived(password, salt, Integer.parseInt(parts.get(1))));
  }

  private static byte[] derived(String password, byte[] salt, int rounds) {
    char[] bounded = password.substring(0, Math.min(password.length(), LONGEST)).toCharArray();
    PBEKeySpec spec = new PBEKeySpec(bounded, salt, rounds, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("This Java cannot hash passwords.", absent);
    } finally {
      spec.clearPassword();
    }
  }

  /** A hash in a log helps those who guess. */
  @Override
  public String toString() {
    return SCHEME + "$…";
  }
}
