package org.ringfence.assessment.authentication.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;
import org.ringfence.mail.Octets;

/** The signing algorithms of RFC 6376 §3.3 and RFC 8463 §3. */
public enum SigningAlgorithm {
  RSA_SHA256("rsa-sha256", "rsa", "SHA-256", "SHA256withRSA"),
  /** No longer good for anything (RFC 8301 §3.1); known so that a reader can be told. */
  RSA_SHA1("rsa-sha1", "rsa", "SHA-1", "SHA1withRSA"),
  ED25519_SHA256("ed25519-sha256", "ed25519", "SHA-256", "Ed25519");

  private final String key;
  private final String keyType;
  private final String digest;
  private final String signature;

  SigningAlgorithm(String key, String keyType, String digest, String signature) {
    this.key = key;
    this.keyType = keyType;
    this.digest = digest;
    this.signature = signature;
  }

  /** The algorithm that {@code word} names. */
  public static Optional<SigningAlgorithm> of(String word) {
    for (SigningAlgorithm algorithm : values()) {
      if (algorithm.key.equalsIgnoreCase(word)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** The word as a tag writes it. */
  public String key() {
    return key;
  }

  /** The key type (k=) that it needs. */
  public String keyType() {
    return keyType;
  }

  /** The hash as h= of a key record writes it. */
  public String hash() {
    return key.substring(key.indexOf('-') + 1);
  }

  /** A new digest of its hash. */
  public MessageDigest newDigest() {
    return digest(digest);
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("This Java has no " + name + ".", missing);
    }
  }

  /** Whether {@code signed} is a signature by {@code key} over {@code data}. */
  public boolean verifies(PublicKey key, byte[] data, Octets signed) {
    // RFC 8463 §3: Ed25519 signs the hash of the data, not the data.
    byte[] message = this == ED25519_SHA256 ? newDigest().digest(data) : data;
    try {
      Signature verifier = Signature.getInstance(signature);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signed.toByteArray());
    } catch (GeneralSecurityException unusable) {
      return false;
    }
  }
}
