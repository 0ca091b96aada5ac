package org.ringfence.door.http.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The secrets of tokens: {@code rft_} and 43 characters of URL-safe base 64. */
public final class Secrets {
  /** By this programs that look for forgotten secrets find ours. */
  private static final String PREFIX = "rft_";

  private static final int BYTES = 32;

  private Secrets() {}

  /**
   * A new secret.
   *
   * @param chance 32 bytes that nobody can foresee
   */
  public static String of(byte[] chance) {
    if (chance.length != BYTES) {
      throw new IllegalArgumentException("A secret takes 32 bytes of chance.");
    }
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
  }

  /** The SHA-256 of a secret, in hexadecimal digits. */
  public static String digest(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
