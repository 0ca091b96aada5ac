package org.ringfence.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.ringfence.custody.CustodyFailure;

/**
 * Seals what is kept with AES-256-GCM (NIST SP 800-38D), so that who has the file or a backup but
 * not the key file cannot read mail.
 *
 * <p>Each sealed piece has a key of its own, derived (RFC 5869) from the site's and a random salt:
 * one key with random nonces would be worn out after 2<sup>32</sup> pieces. A piece is bound to its
 * label, so that none can be put in the place of another.
 *
 * <p>The first key of the file seals; the others open what was sealed with them before.
 */
final class Sealing {
  /** Nothing is sealed. */
  static final Sealing NONE = new Sealing(new LinkedHashMap<>());

  private static final int KEY_HEX = 64;
  private static final int ID = 8;
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom chance = new SecureRandom();
  private final SequencedMap<String, SecretKey> keys;

  private Sealing(SequencedMap<String, SecretKey> keys) {
    this.keys = keys;
  }

  /**
   * The keys of a key file.
   *
   * @throws CustodyFailure where it cannot be read, or holds something else
   */
  static Sealing of(Path file) {
    SequencedMap<String, SecretKey> keys = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
        if (!line.isBlank()) {
          byte[] key = key(line.strip());
          keys.put(id(key), new SecretKeySpec(key, "AES"));
        }
      }
    } catch (IOException | IllegalArgumentException wrong) {
      throw wrong(file, wrong);
    }
    if (keys.isEmpty()) {
      throw wrong(file, new IOException("empty"));
    }
    return new Sealing(keys);
  }

  private static CustodyFailure wrong(Path file, Exception cause) {
    return new CustodyFailure(
        file
            + ": this is no key file that can be read. It holds one key of 64 hexadecimal digits on"
            + " each line; `openssl rand -hex 32` makes one.",
        cause);
  }

  private static byte[] key(String line) {
    if (line.length() != KEY_HEX) {
      throw new IllegalArgumentException("A key has 64 digits.");
    }
    return HexFormat.of().parseHex(line);
  }

  private static String id(byte[] key) {
    byte[] whole = sha256("ringfence key id".getBytes(StandardCharsets.US_ASCII), key);
    return HexFormat.of().formatHex(whole, 0, ID);
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException never) {
      throw new IllegalStateException(never);
    }
  }

  /** The fingerprint of the key that seals, if there is one. */
  Optional<String> sealingKey() {
    return keys.isEmpty() ? Optional.empty() : Optional.of(keys.firstEntry().getKey());
  }

  /** The fingerprints of all keys. */
  Set<String> known() {
    return keys.keySet();
  }

  /** Seals {@code plain} with the first key. */
  byte[] seal(byte[] plain, String label) {
    Map.Entry<String, SecretKey> key = keys.firstEntry();
    byte[] head = new byte[SALT + NONCE];
    chance.nextBytes(head);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key.getValue(), head, plain, label);
    return ByteBuffer.allocate(ID + head.length + sealed.length)
        .put(HexFormat.of().parseHex(key.getKey()))
        .put(head)
        .put(sealed)
        .array();
  }

  /**
   * Opens what was sealed under the same label.
   *
   * @throws CustodyFailure where the key is missing, or what was sealed has been changed
   */
  byte[] open(byte[] sealed, String label) {
    String id = HexFormat.of().formatHex(sealed, 0, ID);
    SecretKey key = keys.get(id);
    if (key == null) {
      throw new CustodyFailure(
          "What is kept was sealed with the key "
              + id
              + ", which is not in the key file. Add that key as a further line.",
          new GeneralSecurityException("unknown key"));
    }
    byte[] head = Arrays.copyOfRange(sealed, ID, ID + SALT + NONCE);
    byte[] rest = Arrays.copyOfRange(sealed, ID + SALT + NONCE, sealed.length);
    return crypt(Cipher.DECRYPT_MODE, key, head, rest, label);
  }

  private static byte[] crypt(int mode, SecretKey key, byte[] head, byte[] text, String label) {
    try {
      byte[] salt = Arrays.copyOf(head, SALT);
      SecretKey own =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  "AES",
                  HKDFParameterSpec.ofExtract().addIKM(key).addSalt(salt).thenExpand(null, 32));
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, head, SALT, NONCE));
      cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException changed) {
      throw new CustodyFailure(
          "What is kept as " + label + " was changed since, or damaged; restore a backup.",
          changed);
    }
  }
}
