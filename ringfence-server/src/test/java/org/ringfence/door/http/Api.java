package org.ringfence.door.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.Custody;
import org.ringfence.decision.judge.Band;
import org.ringfence.door.http.token.Scope;
import org.ringfence.door.http.token.Secrets;
import org.ringfence.door.http.token.Token;
import org.ringfence.door.http.token.TokenFile;
import org.ringfence.door.http.token.Tokens;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.act.Marking;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Octets;
import org.ringfence.mail.TrustBoundary;
import org.ringfence.operation.BuildInfo;
import org.ringfence.operation.PrometheusMeters;
import org.ringfence.reception.Care;
import org.ringfence.reception.FakeJudge;
import org.ringfence.reception.Handover;
import org.ringfence.reception.Reception;
import org.ringfence.reception.ReceptionSettings;
import org.ringfence.reception.ReceptionSettings.Memory;
import org.ringfence.reception.Work;
import org.ringfence.report.CaseReport;
import org.ringfence.report.Json;

/**
 * A door with all that is behind it but the knowledge: {@code scam} is callback phishing, {@code
 * slow} takes two seconds.
 */
final class Api implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  static final Duration DEADLINE = Duration.ofSeconds(4);

  /** What the house says of itself. */
  final List<HttpParts.Part> parts = new ArrayList<>();

  /** What is wrong with the configuration at the next reload. */
  final List<String> wrong = new ArrayList<>();

  final PrometheusMeters meters = new PrometheusMeters(BuildInfo.of("test"));
  final Reception reception;
  final HttpDoor door;
  private final Path state;
  private final Map<Scope, String> secrets = new EnumMap<>(Scope.class);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String url = "";

  /** What keeps and remembers. */
  record Keeping(Custody custody, CaseBook book, AuditLog audit) {}

  Api(Keeping keeping) {
    this(keeping, bounds(10, 64));
  }

  Api(Keeping keeping, HttpSettings.Bounds bounds) {
    this(keeping, HttpSettings.at("127.0.0.1", 0).with(bounds));
  }

  Api(Keeping keeping, HttpSettings settings) {
    try {
      state = Files.createTempDirectory("ringfence-api");
      makeTokens();
      reception = reception(keeping);
      door = new HttpDoor(settings, parts(keeping));
      url = door.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static HttpSettings.Bounds bounds(int wrongTokens, int concurrent) {
    return new HttpSettings.Bounds(
        1 << 20,
        8 << 20,
        64,
        concurrent,
        Duration.ofSeconds(1),
        Duration.ofSeconds(6),
        Duration.ofSeconds(2),
        wrongTokens);
  }

  private void makeTokens() throws IOException {
    new TokenFile(state)
        .change(
            _ ->
                Stream.of(Scope.values())
                    .map(scope -> token(scope.key(), Set.of(scope), Optional.empty()))
                    .toList());
    new TokenFile(state)
        .change(
            old ->
                Stream.concat(
                        old.stream(),
                        Stream.of(
                            new Token(
                                "old",
                                Set.of(Scope.values()),
                                NOW.minusSeconds(60),
                                Optional.of(NOW),
                                Secrets.digest("rft_expired"))))
                    .toList());
  }

  private Token token(String name, Set<Scope> scopes, Optional<Instant> expires) {
    byte[] chance = new byte[32];
    new SecureRandom().nextBytes(chance);
    String secret = Secrets.of(chance);
    scopes.forEach(scope -> secrets.put(scope, secret));
    return new Token(name, scopes, NOW.minusSeconds(60), expires, Secrets.digest(secret));
  }

  private Reception reception(Keeping keeping) {
    TrustBoundary boundary = new TrustBoundary(Set.of("mx.example.org"), 0, Set.of());
    Json json = new Json();
    return new Reception(
        new Work(
            Api::judge,
            CallbackChoice.QUARANTINE,
            new Editing(new Marking(boundary, false)),
            record -> json.line(CaseReport.of(record, id -> id))),
        new Care(keeping.custody(), keeping.book(), CLOCK, () -> chance()),
        new ReceptionSettings(
            FailMode.ACCEPT_AND_MARK,
            FailMode.TEMP_FAIL,
            DEADLINE,
            Duration.ofMillis(200),
            4,
            false,
            Memory.ALL),
        System::nanoTime,
        meters);
  }

  private static byte[] chance() {
    byte[] chance = new byte[10];
    new SecureRandom().nextBytes(chance);
    return chance;
  }

  private static CaseRecord judge(Arrival arrival) {
    String words = arrival.octets().decode(StandardCharsets.ISO_8859_1);
    if (words.contains("fault")) {
      throw new IllegalStateException(words);
    }
    if (words.contains("slow")) {
      try {
        Thread.sleep(2_000);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    return FakeJudge.record(words.contains("scam") ? Band.CALLBACK_PHISHING : Band.CLEAR);
  }

  private HttpParts parts(Keeping keeping) throws IOException {
    return new HttpParts(
        reception,
        new HttpParts.Care(keeping.custody(), keeping.book(), keeping.audit()),
        new HttpParts.House(
            id -> id,
            () ->
                List.of(
                    new RuleState(
                        "external-alerts",
                        "Marks alerts of others.",
                        "mail team",
                        "audit",
                        "notification.known",
                        List.of("mark"),
                        false,
                        "2027-01-31",
                        12,
                        0)),
            () -> List.copyOf(wrong),
            () -> List.copyOf(parts)),
        new HttpParts.Watch(meters, meters::page),
        new Tokens(new TokenFile(state)),
        CLOCK);
  }

  /** Keeps a mail as a door would, and returns the name of its case. */
  String keep(String words, String... recipients) throws IOException {
    byte[] mail = ("Subject: " + words + "\r\n\r\nscam\r\n").getBytes(StandardCharsets.US_ASCII);
    Arrival arrival =
        new Arrival(
            Optional.empty(),
            new Envelope(Optional.of("a@example.net"), List.of(recipients)),
            Octets.of(mail),
            Optional.of(NOW));
    Handover.Door milter = new Handover.Door("milter", Handover.Ability.ONE_FORM);
    return reception
        .receive(
            new Handover(milter, "4Xk7", arrival, new HeaderSection(List.of()), true), () -> {})
        .id()
        .text();
  }

  Path state() {
    return state;
  }

  String url() {
    return url;
  }

  String secret(Scope scope) {
    return secrets.getOrDefault(scope, "");
  }

  /** A request with a token of {@code scope}. */
  HttpRequest.Builder as(Scope scope, String path) {
    return as(secret(scope), path);
  }

  /** A request with {@code secret}. */
  HttpRequest.Builder as(String secret, String path) {
    return without(path).header("Authorization", "Bearer " + secret);
  }

  /** A request without a token. */
  HttpRequest.Builder without(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  /** What comes back for these octets, to the end of the connection. */
  String raw(String octets) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
      var answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.ISO_8859_1);
    }
  }

  int port() {
    return URI.create(url).getPort();
  }

  @Override
  public void close() {
    door.close();
    reception.close();
    meters.close();
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
