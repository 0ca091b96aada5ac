package org.ringfence.door.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.KeyStore;
import java.time.Duration;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.ringfence.operation.Meters;

/** The socket that the API is served on, and its certificate. */
final class Listener {
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration STRICT_TRANSPORT = Duration.ofDays(365);
  private static final int HEAD_BYTES = 16 << 10;
  private static final String NAME = "http";

  private final HttpSettings settings;
  private final Ages ages;
  private final SslContextFactory.Server certificate = new SslContextFactory.Server();
  private @Nullable ServerConnector connector;
  private @Nullable NetworkConnectionLimit limit;

  Listener(HttpSettings settings, Ages ages, Meters meters) {
    this.settings = settings;
    this.ages = ages;
    meters.connections(NAME, this::open);
  }

  /** Whether nobody but this machine reaches the address. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /**
   * Reads the certificate, anew where it was read before.
   *
   * @throws IOException with a sentence for the operator where it cannot be used; the former one
   *     stays
   */
  void readCertificate() throws IOException {
    if (settings.tls().isEmpty()) {
      return;
    }
    KeyStore pair = PemFiles.read(settings.tls().get());
    if (!certificate.isRunning()) {
      certificate.setKeyStore(pair);
      certificate.setKeyStorePassword("");
      certificate.setIncludeProtocols("TLSv1.3", "TLSv1.2");
      return;
    }
    try {
      certificate.reload(running -> running.setKeyStore(pair));
    } catch (Exception unusable) {
      throw new IOException(
          settings.tls().get().certificate() + ": this certificate cannot be used.", unusable);
    }
  }

  /** The socket, for a server that does not run yet. */
  ServerConnector connector(Server server, HttpConfiguration http) {
    bound(http);
    ServerConnector made = new ServerConnector(server, 1, 1, factories(http));
    made.setHost(settings.host());
    made.setPort(settings.port());
    made.setIdleTimeout(IDLE.toMillis());
    made.addBean(ages);
    connector = made;
    limit = new NetworkConnectionLimit(settings.bounds().connections(), made);
    server.addBean(limit);
    server.setErrorHandler(new ErrorAnswers());
    server.setStopTimeout(settings.bounds().drain().toMillis());
    return made;
  }

  private ConnectionFactory[] factories(HttpConfiguration http) {
    if (settings.tls().isEmpty()) {
      return new ConnectionFactory[] {new HttpConnectionFactory(http)};
    }
    // The name that a client asks for is his business: we have one certificate.
    SecureRequestCustomizer secure = new SecureRequestCustomizer(false);
    secure.setStsMaxAge(STRICT_TRANSPORT.toSeconds());
    http.addCustomizer(secure);
    return AbstractConnectionFactory.getFactories(certificate, new HttpConnectionFactory(http));
  }

  private static void bound(HttpConfiguration http) {
    http.setIdleTimeout(IDLE.toMillis());
    http.setRequestHeaderSize(HEAD_BYTES);
    http.setSendServerVersion(false);
    // One request for each connection: its age is then the bound of a slow one.
    http.setPersistentConnectionsEnabled(false);
  }

  /** The address that is listened on, as a caller writes it. */
  String url() {
    String host = settings.host().indexOf(':') < 0 ? settings.host() : "[" + settings.host() + "]";
    return (settings.tls().isEmpty() ? "http" : "https") + "://" + host + ":" + port();
  }

  /** The port. */
  int port() {
    ServerConnector made = connector;
    return made == null ? -1 : made.getLocalPort();
  }

  private int open() {
    NetworkConnectionLimit made = limit;
    return made == null ? 0 : made.getNetworkConnectionCount();
  }
}
