package org.ringfence.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.ringfence.cli.demo.MailSink;
import org.ringfence.cli.demo.ScratchFolder;
import org.ringfence.door.http.token.Scope;
import org.ringfence.door.http.token.Secrets;
import org.ringfence.door.http.token.Token;
import org.ringfence.door.http.token.TokenFile;
import org.ringfence.settings.Address;
import org.ringfence.settings.Keys;
import org.ringfence.settings.Overrides;

/**
 * All that the demonstration plays on: a folder for temporary files, a mail server for what comes
 * out, and Ringfence between them, on loopback alone. Nothing is left of it once it is closed.
 */
final class DemoStage implements AutoCloseable {
  private static final int SECRET_BYTES = 32;
  private static final Set<Scope> SCOPES =
      Set.of(Scope.SCAN, Scope.READ, Scope.QUARANTINE, Scope.METRICS);

  private final Console console;
  private final Assembly assembly;
  private final List<AutoCloseable> open = new ArrayList<>();

  DemoStage(Console console, Assembly assembly) {
    this.console = console;
    this.assembly = assembly;
  }

  /**
   * Where everything is, once it is there.
   *
   * @param mails the folder of the mails that came out
   * @param smtp the port of the SMTP door
   * @param http the address of the HTTP door
   * @param token a secret for the API
   */
  record Ready(Path mails, MailSink sink, int smtp, URI http, String token) {}

  /**
   * Starts everything.
   *
   * @param knowledge the folder of the knowledge, with the settings of the demonstration
   * @param httpPort where the HTTP door is to be; empty for a free port
   * @throws IOException with a sentence for the operator where something cannot be had
   */
  Ready start(Path knowledge, OptionalInt httpPort) throws IOException {
    ScratchFolder scratch = opened(ScratchFolder.in(temporary()));
    Path mails = scratch.folder("delivered");
    Path state = scratch.folder("state");
    MailSink sink = opened(new MailSink(mails));
    String token = token(state);
    int smtp = freePort();
    int http = httpPort.isPresent() ? httpPort.getAsInt() : freePort();
    Overrides overrides =
        new Overrides()
            .put(Keys.SMTP.address(), "demo", Optional.of(loopback(smtp)))
            .put(Keys.HTTP.address(), "demo", Optional.of(loopback(http)))
            .put(Keys.TOKENS, "demo", Optional.of(Optional.of(state)))
            .put(Keys.STORE_PATH, "demo", Optional.of(Optional.of(state.resolve("ringfence.db"))))
            .put(
                Keys.NEXT_HOP,
                "demo",
                Optional.of(Optional.of(new Address.Tcp("127.0.0.1", sink.port()))));
    serve(new SettingsSource(quiet(state), Optional.of(settings(knowledge)), overrides), state);
    return new Ready(mails, sink, smtp, URI.create("http://127.0.0.1:" + http), token);
  }

  private void serve(SettingsSource source, Path state) {
    Serving serving = opened(new Serving(quiet(state), source, assembly, new SiteOptions()));
    serving.start();
  }

  private synchronized <T extends AutoCloseable> T opened(T one) {
    open.addFirst(one);
    return one;
  }

  private Path temporary() {
    return Path.of(console.variable("TMPDIR", System.getProperty("java.io.tmpdir", "/tmp")));
  }

  private static Path settings(Path knowledge) {
    Path settings = knowledge.resolve("demo").resolve("ringfence.yaml");
    if (!Files.isReadable(settings)) {
      throw new CommandFailure(
          settings
              + ": the settings of the demonstration are not there. Take the knowledge that comes"
              + " with Ringfence: leave RINGFENCE_KNOWLEDGE out.");
    }
    return settings;
  }

  /** Says where doors are to nobody: the demonstration itself says it in the end. */
  private Console quiet(Path state) {
    Map<String, String> environment = new HashMap<>(console.environment());
    environment.put("STATE_DIRECTORY", state.toString());
    return new Console(
        console.in(),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        console.err(),
        console.terminals(),
        environment,
        console.home());
  }

  private static Optional<Address> loopback(int port) {
    return Optional.of(new Address.Tcp("127.0.0.1", port));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String token(Path folder) throws IOException {
    byte[] chance = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(chance);
    String secret = Secrets.of(chance);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Token token = new Token("demo", SCOPES, now, Optional.empty(), Secrets.digest(secret));
    new TokenFile(folder).change(old -> Stream.concat(old.stream(), Stream.of(token)).toList());
    return secret;
  }

  /** Ends everything, the newest first. May be called again, and by another thread. */
  @Override
  public synchronized void close() {
    for (AutoCloseable one : open) {
      try {
        one.close();
      } catch (Exception failure) {
        console.err().println("ringfence: something did not close well: " + failure.getMessage());
      }
    }
    open.clear();
  }
}
