package org.ringfence.assessment.authentication.signature;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import org.ringfence.mail.Octets;

/**
 * Reads public keys as DNS records hold them.
 *
 * <p>RFC 6376 §3.6.1 asks for an RSAPublicKey (RFC 8017 §A.1.1), everyone publishes it inside a
 * SubjectPublicKeyInfo (RFC 5280 §4.1); both are read. RFC 8463 §4 has the 32 octets of the Ed25519
 * key alone. Java reads SubjectPublicKeyInfo, so the others get one.
 */
final class PublicKeys {
  private static final byte[] RSA_IDENTIFIER =
      HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] ED25519_IDENTIFIER = HexFormat.of().parseHex("300506032b6570");
  private static final int ED25519_OCTETS = 32;
  private static final int SEQUENCE = 0x30;
  private static final int BIT_STRING = 0x03;
  private static final int LONG_FORM = 0x80;

  /** No signer has a longer key; a key of any length would cost any time. */
  private static final int MAX_OCTETS = 2048;

  private PublicKeys() {}

  static Optional<PublicKey> read(Octets octets, SigningAlgorithm algorithm) {
    if (octets.length() > MAX_OCTETS) {
      return Optional.empty();
    }
    byte[] key = octets.toByteArray();
    return switch (algorithm) {
      case RSA_SHA256, RSA_SHA1 ->
          subjectPublicKeyInfo("RSA", key)
              .or(() -> subjectPublicKeyInfo("RSA", wrapped(RSA_IDENTIFIER, key)));
      case ED25519_SHA256 ->
          key.length == ED25519_OCTETS
              ? subjectPublicKeyInfo("Ed25519", wrapped(ED25519_IDENTIFIER, key))
              : Optional.empty();
    };
  }

  private static Optional<PublicKey> subjectPublicKeyInfo(String algorithm, byte[] der) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException notAKey) {
      return Optional.empty();
    }
  }

  private static byte[] wrapped(byte[] identifier, byte[] key) {
    var bits = new ByteArrayOutputStream();
    bits.write(0);
    bits.writeBytes(key);
    var content = new ByteArrayOutputStream();
    content.writeBytes(identifier);
    element(BIT_STRING, bits.toByteArray(), content);
    var whole = new ByteArrayOutputStream();
    element(SEQUENCE, content.toByteArray(), whole);
    return whole.toByteArray();
  }

  private static void element(int tag, byte[] content, ByteArrayOutputStream out) {
    out.write(tag);
    if (content.length < LONG_FORM) {
      out.write(content.length);
    } else {
      out.write(LONG_FORM | 2);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
  }
}
