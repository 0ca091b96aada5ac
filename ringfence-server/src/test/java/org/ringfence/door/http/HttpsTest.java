package org.ringfence.door.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.reception.FakeCustody;

/** TLS with certificates as openssl makes them. */
final class HttpsTest {
  @TempDir private Path folder;

  private HttpSettings.Tls pem(String name, String kind) throws Exception {
    Path certificate = folder.resolve(name + ".pem");
    Path key = folder.resolve(name + ".key");
    List<String> algorithm =
        switch (kind) {
          case "EC" -> List.of("ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
          case "ED25519" -> List.of("ed25519");
          default -> List.of("rsa:2048");
        };
    var command =
        new ArrayList<>(
            List.of("openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=" + name));
    command.addAll(List.of("-addext", "subjectAltName=IP:127.0.0.1", "-newkey"));
    command.addAll(algorithm);
    command.addAll(List.of("-keyout", key.toString(), "-out", certificate.toString()));
    Process openssl = new ProcessBuilder(command).redirectErrorStream(true).start();
    openssl.getInputStream().readAllBytes();
    assertThat(openssl.waitFor()).isZero();
    return new HttpSettings.Tls(certificate, key);
  }

  private static Api api(HttpSettings.Tls tls) {
    FakeCustody custody = new FakeCustody();
    return new Api(
        new Api.Keeping(custody, custody, new ApiDescriptionTest.SilentLog()),
        HttpSettings.at("127.0.0.1", 0).with(tls).with(Api.bounds(10, 8)));
  }

  private static HttpResponse<String> health(Api api, Path trusted) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().sslContext(trusting(trusted)).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(api.url() + "/health")).build(),
          BodyHandlers.ofString());
    }
  }

  private static SSLContext trusting(Path file) throws Exception {
    Certificate certificate =
        CertificateFactory.getInstance("X.509").generateCertificate(Files.newInputStream(file));
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("api", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "ED25519"})
  void certificateOfAnyKind_isServed(String kind) throws Exception {
    HttpSettings.Tls tls = pem("first", kind);
    try (Api api = api(tls)) {
      HttpResponse<String> answer = health(api, tls.certificate());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }

  @Test
  void reload_takesTheNewCertificateAndKeepsTheOldWhereTheNewIsNone() throws Exception {
    HttpSettings.Tls tls = pem("first", "EC");
    try (Api api = api(tls)) {
      HttpSettings.Tls next = pem("second", "EC");
      Path old = Files.copy(tls.certificate(), folder.resolve("old.pem"));
      Files.copy(next.key(), tls.key(), StandardCopyOption.REPLACE_EXISTING);
      Files.copy(next.certificate(), tls.certificate(), StandardCopyOption.REPLACE_EXISTING);
      api.door.reload();
      assertThat(subject(health(api, next.certificate()))).isEqualTo("CN=second");
      assertThatThrownBy(() -> health(api, old)).isInstanceOf(SSLHandshakeException.class);
      Files.copy(pem("third", "EC").key(), tls.key(), StandardCopyOption.REPLACE_EXISTING);
      assertThatThrownBy(api.door::reload).hasRootCauseMessage("The key is not the certificate's.");
      Files.writeString(tls.key(), "no key");
      assertThatThrownBy(api.door::reload)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("BEGIN PRIVATE KEY");
      assertThat(subject(health(api, next.certificate()))).isEqualTo("CN=second");
    }
  }

  private static String subject(HttpResponse<String> answer) throws Exception {
    X509Certificate shown =
        (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
    return shown.getSubjectX500Principal().getName();
  }
}
