package org.ringfence.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.ringfence.settings.Settings;

/** Makes a TLS context of a certificate and its key, both PEM (RFC 7468; the key as PKCS #8). */
final class TlsFiles {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final List<String> KINDS = List.of("EC", "RSA", "EdDSA");

  private TlsFiles() {}

  /**
   * The context.
   *
   * @throws CommandFailure where the files are none; never with what is in them
   */
  static SSLContext context(Settings.Tls tls) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, new char[0]);
      store.setKeyEntry("door", key(tls.privateKey()), new char[0], chain(tls.certificate()));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
      throw new CommandFailure(
          tls.certificate()
              + " and "
              + tls.privateKey()
              + ": these are not a certificate and its key. They must be PEM files; the key begins"
              + " with BEGIN PRIVATE KEY (openssl pkey -in OLD -out NEW makes one).",
          unusable);
    }
  }

  private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
        .toArray(Certificate[]::new);
  }

  private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new InvalidKeySpecException("There is no private key.");
    }
    byte[] octets = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
    for (String kind : KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(octets));
      } catch (InvalidKeySpecException other) {
        // It is of another kind.
      }
    }
    throw new InvalidKeySpecException("The private key is of no known kind.");
  }

  /** A context that believes the authorities that this Java believes. */
  static SSLContext ofThisMachine() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException failure) {
      throw new CommandFailure("The trust store of this Java could not be read.", failure);
    }
  }
}
