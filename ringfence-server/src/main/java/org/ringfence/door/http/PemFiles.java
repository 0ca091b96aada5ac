package org.ringfence.door.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * Reads a certificate and its key from PEM files (RFC 7468; the key as PKCS #8 without a password).
 */
final class PemFiles {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final List<String> KINDS = List.of("EC", "RSA", "EdDSA");

  private PemFiles() {}

  /**
   * A key store with both, without a password.
   *
   * @throws IOException with a sentence for the operator; never with what is in the files
   */
  static KeyStore read(HttpSettings.Tls tls) throws IOException {
    try {
      Certificate[] chain = chain(tls.certificate());
      PrivateKey key = key(tls.key());
      requirePair(key, chain[0].getPublicKey());
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, new char[0]);
      store.setKeyEntry("api", key, new char[0], chain);
      return store;
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new IOException(
          tls.certificate()
              + " and "
              + tls.key()
              + ": these are not a certificate and its key. They must be PEM files; the key begins"
              + " with BEGIN PRIVATE KEY (openssl pkey -in OLD -out NEW makes one).",
          wrong);
    }
  }

  private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
    Collection<? extends Certificate> chain =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(octets(file)));
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("There is no certificate.");
    }
    return chain.toArray(Certificate[]::new);
  }

  private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    String text = new String(octets(file), StandardCharsets.ISO_8859_1);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("There is no key.");
    }
    byte[] key = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
    for (String kind : KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(key));
      } catch (InvalidKeySpecException another) {
        // It is of another kind.
      }
    }
    throw new InvalidKeySpecException("The key is of no known kind.");
  }

  /** A key of another certificate would be found out by the first client, too late. */
  private static void requirePair(PrivateKey key, PublicKey certified)
      throws GeneralSecurityException {
    byte[] sample = {1, 2, 3};
    String method =
        key.getAlgorithm().equals("EdDSA")
            ? "EdDSA"
            : "SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
    Signature signing = Signature.getInstance(method);
    signing.initSign(key);
    signing.update(sample);
    Signature checking = Signature.getInstance(method);
    checking.initVerify(certified);
    checking.update(sample);
    if (!checking.verify(signing.sign())) {
      throw new IllegalArgumentException("The key is not the certificate's.");
    }
  }

  private static byte[] octets(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new IOException(
          file
              + ": this file cannot be read. See whether it is there and readable for the service.",
          unreadable);
    }
  }
}
