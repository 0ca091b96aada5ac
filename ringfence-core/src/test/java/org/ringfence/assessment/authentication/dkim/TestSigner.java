package org.ringfence.assessment.authentication.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.ringfence.assessment.authentication.signature.BodyHash;
import org.ringfence.assessment.authentication.signature.BodyHashes;
import org.ringfence.assessment.authentication.signature.MessageSignature;
import org.ringfence.assessment.authentication.signature.RawField;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.assessment.authentication.signature.SigningAlgorithm;
import org.ringfence.assessment.authentication.signature.TagReader;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/**
 * Signs messages for tests. It canonicalizes with the code under test, so it proves nothing about
 * that; the examples of the RFCs and the conformance corpora do.
 *
 * @param algorithm the algorithm
 * @param key a key for it
 */
public record TestSigner(SigningAlgorithm algorithm, PrivateKey key) {
  /** A signer with a key given as PKCS #8 in base64. */
  public static TestSigner of(SigningAlgorithm algorithm, String pkcs8) {
    String type = algorithm == SigningAlgorithm.ED25519_SHA256 ? "Ed25519" : "RSA";
    byte[] der = Base64.getDecoder().decode(pkcs8);
    try {
      PrivateKey key = KeyFactory.getInstance(type).generatePrivate(new PKCS8EncodedKeySpec(der));
      return new TestSigner(algorithm, key);
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException(unusable);
    }
  }

  /**
   * {@code message} with a signature on top.
   *
   * @param tags the tags of the signature but bh= and b=, such as "v=1; a=rsa-sha256; …"
   */
  public Octets sign(Octets message, String tags) {
    BodyHash body = bodyHash(message, tags);
    String field = "DKIM-Signature: " + tags + ";\r\n bh=" + base64(body.value()) + ";\r\n b=";
    RawMessage unsigned = read(field + "\r\n", message);
    RawField own = unsigned.fields().getFirst();
    byte[] data = MessageSignature.read(new TagReader(own.body())).signedData(unsigned, own);
    return join(field + folded(signature(data)) + "\r\n", message);
  }

  private static BodyHash bodyHash(Octets message, String tags) {
    MessageSignature signature = MessageSignature.read(new TagReader(tags));
    return BodyHashes.of(read("", message).body(), List.of(signature)).get(signature);
  }

  /** A signature over {@code data}. */
  public Octets signature(byte[] data) {
    boolean isEd25519 = algorithm == SigningAlgorithm.ED25519_SHA256;
    try {
      Signature signer = Signature.getInstance(name());
      signer.initSign(key);
      signer.update(isEd25519 ? algorithm.newDigest().digest(data) : data);
      return Octets.of(signer.sign());
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  private String name() {
    return switch (algorithm) {
      case RSA_SHA256 -> "SHA256withRSA";
      case RSA_SHA1 -> "SHA1withRSA";
      case ED25519_SHA256 -> "Ed25519";
    };
  }

  /** Octets in base64, in lines of a header field. */
  public static String folded(Octets octets) {
    return String.join("\r\n ", base64(octets).split("(?<=\\G.{70})", -1));
  }

  private static String base64(Octets octets) {
    return Base64.getEncoder().encodeToString(octets.toByteArray());
  }

  private static RawMessage read(String field, Octets message) {
    return RawMessage.read(join(field, message), Limits.standard());
  }

  /** {@code message} with {@code field} on top. */
  public static Octets join(String field, Octets message) {
    String text = field + message.decode(StandardCharsets.ISO_8859_1);
    return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
