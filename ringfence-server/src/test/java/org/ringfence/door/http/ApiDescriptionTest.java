package org.ringfence.door.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ringfence.custody.AuditLog;
import org.ringfence.door.http.token.Scope;
import org.ringfence.reception.FakeCustody;
import org.ringfence.store.StoreFixture;

/** The API against its own description: every route, every status, every answer. */
final class ApiDescriptionTest {
  private static final String NO_CASE = "01JD4X8Z9V0000000000000000";

  private final Description description = new Description();

  private static Api.Keeping real(StoreFixture store) {
    return new Api.Keeping(store.store().custody(), store.store().cases(), store.store().audit());
  }

  private static Api.Keeping broken() {
    FakeCustody custody = new FakeCustody();
    custody.fail(true);
    return new Api.Keeping(custody, custody, new SilentLog());
  }

  /** Writes nothing down. */
  record SilentLog() implements AuditLog {
    @Override
    public void record(Entry entry) {}

    @Override
    public List<Numbered> list(Optional<Long> before, int most) {
      return List.of();
    }
  }

  private static HttpRequest.Builder ask(Api api, Route route, String secret, String id) {
    HttpRequest.Builder request =
        secret.isEmpty()
            ? api.without(route.path().replace("{id}", id))
            : api.as(secret, route.path().replace("{id}", id));
    // As through a proxy: nobody is local then.
    request.header("X-Forwarded-For", "192.0.2.7");
    return route.method().equals("GET") ? request.GET() : post(request, route);
  }

  private static HttpRequest.Builder post(HttpRequest.Builder request, Route route) {
    return route.path().equals("/api/v1/scan")
        ? request
            .header("Content-Type", "message/rfc822")
            .POST(BodyPublishers.ofString("Subject: hello\r\n\r\nhello\r\n"))
        : request.POST(BodyPublishers.noBody());
  }

  private void check(Api api, Route route, String secret, String id) throws IOException {
    description.check(name(route), api.send(ask(api, route, secret, id)));
  }

  private static String name(Route route) {
    return route.method() + " " + route.path();
  }

  private static Optional<Scope> scope(Route route) {
    return switch (route.access()) {
      case Access.Open() -> Optional.empty();
      case Access.Scoped(Scope scope) -> Optional.of(scope);
      case Access.LocalOr(Scope scope) -> Optional.of(scope);
    };
  }

  private static Scope other(Scope scope) {
    return scope == Scope.SCAN ? Scope.READ : Scope.SCAN;
  }

  @Test
  void everyRoute_isDescribedAndEveryDescribedOneIsServed() {
    try (Api api = new Api(broken())) {
      assertThat(
              api.door.routes().stream().map(ApiDescriptionTest::name).collect(Collectors.toSet()))
          .isEqualTo(description.routes());
    }
  }

  @Test
  void everyDescribedAnswer_isGivenAndFits() throws IOException {
    tokens();
    failures();
    answers();
    bodies();
    assertThat(description.seen()).isEqualTo(description.answers());
  }

  /** 200 or 404 with the right token, 403 with another, 401 with none, 429 after wrong ones. */
  private void tokens() throws IOException {
    try (StoreFixture store = new StoreFixture(Api.CLOCK);
        Api api = new Api(real(store), Api.bounds(1, 64))) {
      api.send(api.as("rft_wrong", "/api/v1/rules"));
      for (Route route : api.door.routes()) {
        Optional<Scope> scope = scope(route);
        check(api, route, scope.map(api::secret).orElse(""), NO_CASE);
        if (scope.isPresent()) {
          check(api, route, "", NO_CASE);
          check(api, route, api.secret(other(scope.get())), NO_CASE);
          check(api, route, "rft_wrong", NO_CASE);
        }
      }
      api.wrong.add("policy.yaml:3: there is no action flag.");
      description.check(
          "POST /api/v1/reload",
          api.send(api.as(Scope.ADMIN, "/api/v1/reload").POST(BodyPublishers.noBody())));
    }
  }

  /** 503 where the store cannot be had, or all places are taken. */
  private void failures() throws IOException {
    try (Api api = new Api(broken())) {
      for (Route route : api.door.routes()) {
        if (route.access() instanceof Access.Scoped(Scope scope)) {
          HttpResponse<byte[]> answer = api.send(ask(api, route, api.secret(scope), NO_CASE));
          description.check(name(route), answer);
        }
      }
      api.parts.add(new HttpParts.Part("store", "The disk is full. Make room."));
      description.check("GET /ready", api.send(api.as(Scope.METRICS, "/ready")));
    }
    try (Api api = new Api(broken(), Api.bounds(10, 1))) {
      Thread slow = Thread.ofVirtual().start(() -> scan(api, "slow"));
      sleep(500);
      for (Route route : api.door.routes()) {
        if (route.access() instanceof Access.Scoped(Scope scope)) {
          description.check(name(route), api.send(ask(api, route, api.secret(scope), NO_CASE)));
        } else {
          assertThat(api.send(ask(api, route, api.secret(Scope.METRICS), "")).statusCode())
              .isEqualTo(200);
        }
      }
      join(slow);
    }
  }

  private static void scan(Api api, String words) {
    try {
      api.send(
          api.as(Scope.SCAN, "/api/v1/scan")
              .header("Content-Type", "message/rfc822")
              .POST(BodyPublishers.ofString("Subject: x\r\n\r\n" + words)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What a mail goes through: kept, found, shown, released and deleted. */
  private void answers() throws IOException {
    try (StoreFixture store = new StoreFixture(Api.CLOCK);
        Api api = new Api(real(store))) {
      String id = api.keep("389.90 USD", "ann@example.org", "bob@example.org");
      scanned(api);
      store.store().settle();
      get(api, Scope.READ, "/api/v1/cases", "");
      get(api, Scope.READ, "/api/v1/cases", "?verdict=callback-phishing&limit=1");
      get(api, Scope.READ, "/api/v1/cases", "?limit=none");
      get(api, Scope.READ, "/api/v1/cases/{id}", id);
      get(api, Scope.QUARANTINE, "/api/v1/cases/{id}/message", id);
      get(api, Scope.QUARANTINE, "/api/v1/quarantine", "");
      get(api, Scope.QUARANTINE, "/api/v1/quarantine", "?standing=lost");
      for (String what : List.of("release", "delete")) {
        String one = what.equals("release") ? "ann" : "bob";
        String recipient = "{\"recipients\": [\"" + one + "@example.org\"]}";
        move(api, what, id, "application/json", "{\"recipient\": 1}");
        move(api, what, id, "text/plain", "all");
        move(api, what, id, "application/json", "x".repeat(300 << 10));
        move(api, what, id, "application/json", recipient);
        move(api, what, id, "application/json", recipient);
      }
      get(api, Scope.QUARANTINE, "/api/v1/quarantine", "?standing=waiting,deleted");
    }
  }

  private void scanned(Api api) throws IOException {
    for (String words : List.of("scam", "hello", "fault")) {
      String mail =
          Base64.getEncoder()
              .encodeToString(("Subject: x\r\n\r\n" + words).getBytes(StandardCharsets.US_ASCII));
      description.check(
          "POST /api/v1/scan",
          api.send(
              api.as(Scope.SCAN, "/api/v1/scan")
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"message\": \""
                              + mail
                              + "\", \"rcptTo\": [\"ann@example.org\"], \"mailFrom\": \"<>\"}"))));
    }
  }

  private void get(Api api, Scope scope, String path, String more) throws IOException {
    String asked = path.contains("{id}") ? path.replace("{id}", more) : path + more;
    description.check("GET " + path, api.send(api.as(scope, asked)));
  }

  private void move(Api api, String what, String id, String type, String body) throws IOException {
    description.check(
        "POST /api/v1/quarantine/{id}/" + what,
        api.send(
            api.as(Scope.QUARANTINE, "/api/v1/quarantine/" + id + "/" + what)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))));
  }

  /** Bodies that are too long, of a wrong type, not JSON, or late. */
  private void bodies() throws IOException {
    try (StoreFixture store = new StoreFixture(Api.CLOCK);
        Api api = new Api(real(store))) {
      String id = api.keep("389.90 USD", "ann@example.org");
      for (String type : List.of("text/plain", "application/json")) {
        description.check(
            "POST /api/v1/scan",
            api.send(
                api.as(Scope.SCAN, "/api/v1/scan")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("{\"message\": 1, \"message\": 2}"))));
      }
      description.check(
          "POST /api/v1/scan",
          api.send(
              api.as(Scope.SCAN, "/api/v1/scan")
                  .header("Content-Type", "message/rfc822")
                  .POST(BodyPublishers.ofByteArray(new byte[2 << 20]))));
      for (String path :
          List.of(
              "/api/v1/scan",
              "/api/v1/quarantine/{id}/release",
              "/api/v1/quarantine/{id}/delete")) {
        Scope scope = path.endsWith("scan") ? Scope.SCAN : Scope.QUARANTINE;
        late(api, path, id, api.secret(scope));
      }
    }
  }

  private void late(Api api, String path, String id, String secret) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
      socket.setSoTimeout(15_000);
      var out = socket.getOutputStream();
      out.write(
          ("POST "
                  + path.replace("{id}", id)
                  + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: message/rfc822\r\n"
                  + "Content-Length: 1000\r\nAuthorization: Bearer "
                  + secret
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 5; i++) {
        out.write('x');
        out.flush();
        sleep(300);
      }
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      description.check("POST " + path, new ReadAnswer(answer));
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Findings are one thing, in the API as on the command line. */
  @Test
  void findings_areDescribedAsTheCommandLineDescribesThem() {
    assertThat(
            new TreeSet<>(
                description.at("/components/schemas/Findings/properties").propertyNames()))
        .isEqualTo(
            new TreeSet<>(
                Set.of(
                    "verdict",
                    "score",
                    "platform",
                    "notification",
                    "lookAlike",
                    "authentication",
                    "path",
                    "tenant",
                    "numbers",
                    "hallmarks",
                    "safeWays",
                    "defects",
                    "elapsedMs")));
  }
}
