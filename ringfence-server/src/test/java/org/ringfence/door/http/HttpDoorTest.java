package org.ringfence.door.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.Standing;
import org.ringfence.door.http.token.Scope;
import org.ringfence.door.http.token.TokenFile;
import org.ringfence.report.Json;
import org.ringfence.store.StoreFixture;

/** The API as an attacker, and as an administrator, meets it on the wire. */
final class HttpDoorTest {
  private static final String NO_CASE = "01JD4X8Z9V0000000000000000";
  private static final String MAIL = "Subject: hello\r\n\r\nhello\r\n";

  private StoreFixture store;
  private Api api;

  @BeforeEach
  void open() {
    store = new StoreFixture(Api.CLOCK);
    api = new Api(keeping());
  }

  @AfterEach
  void close() {
    api.close();
    store.close();
  }

  private Api.Keeping keeping() {
    return new Api.Keeping(store.store().custody(), store.store().cases(), store.store().audit());
  }

  /** What a caller shows. */
  private enum Shown {
    NOTHING,
    WRONG,
    EXPIRED,
    NARROW,
    RIGHT,
    TWO,
    BASIC
  }

  private static final Map<Shown, Integer> STATUSES =
      Map.of(
          Shown.NOTHING, 401,
          Shown.WRONG, 401,
          Shown.EXPIRED, 401,
          Shown.NARROW, 403,
          Shown.TWO, 401,
          Shown.BASIC, 401);

  @TestFactory
  Stream<DynamicTest> everyRoute_letsInWhoMayAndNobodyElse() {
    return api.door.routes().stream()
        .flatMap(
            route ->
                Stream.of(Shown.values())
                    .map(
                        shown ->
                            DynamicTest.dynamicTest(
                                route.method() + " " + route.path() + " " + shown,
                                () -> assertLetIn(route, shown))));
  }

  /** Each on a door of its own: wrong tokens are counted. */
  private void assertLetIn(Route route, Shown shown) throws IOException {
    try (StoreFixture kept = new StoreFixture(Api.CLOCK);
        Api one =
            new Api(
                new Api.Keeping(
                    kept.store().custody(), kept.store().cases(), kept.store().audit()))) {
      int status = one.send(request(one, route, shown)).statusCode();
      switch (route.access()) {
        case Access.Open() -> assertThat(status).isEqualTo(200);
        case Access.Scoped(Scope _), Access.LocalOr(Scope _) -> {
          if (shown == Shown.RIGHT) {
            assertThat(status).isIn(200, 404);
          } else {
            assertThat(status).isEqualTo(STATUSES.get(shown));
          }
        }
      }
    }
  }

  private static HttpRequest.Builder request(Api one, Route route, Shown shown) {
    HttpRequest.Builder request = one.without(route.path().replace("{id}", NO_CASE));
    request.header("X-Forwarded-For", "192.0.2.7");
    Scope scope =
        switch (route.access()) {
          case Access.Open() -> Scope.READ;
          case Access.Scoped(Scope needed) -> needed;
          case Access.LocalOr(Scope needed) -> needed;
        };
    Scope other = scope == Scope.ADMIN ? Scope.METRICS : Scope.ADMIN;
    for (String field : fields(one, shown, scope, other)) {
      request.header("Authorization", field);
    }
    return route.method().equals("GET")
        ? request.GET()
        : request
            .header("Content-Type", "message/rfc822")
            .POST(BodyPublishers.ofString(body(route)));
  }

  private static String body(Route route) {
    return route.path().endsWith("scan") ? MAIL : "";
  }

  private static List<String> fields(Api one, Shown shown, Scope scope, Scope other) {
    String right = "Bearer " + one.secret(scope);
    return switch (shown) {
      case NOTHING -> List.of();
      case WRONG -> List.of(right.substring(0, right.length() - 1) + "~");
      case EXPIRED -> List.of("Bearer rft_expired");
      case NARROW -> List.of("Bearer " + one.secret(other));
      case RIGHT -> List.of(right);
      case TWO -> List.of(right, "Bearer rft_wrong");
      case BASIC -> List.of(right.replace("Bearer", "Basic"));
    };
  }

  @Test
  void thousandWrongTokens_areToldToWaitAndLockNobodyOut() throws IOException {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      statuses.add(api.send(api.as("rft_" + i, "/api/v1/rules")).statusCode());
    }
    assertThat(statuses.subList(0, 10)).containsOnly(401);
    assertThat(statuses.subList(10, 1_000)).containsOnly(429);
    assertThat(api.send(api.as(Scope.READ, "/api/v1/rules")).statusCode()).isEqualTo(200);
  }

  @Test
  void tokenThatIsRevoked_countsNoMoreAfterAReload() throws IOException {
    new TokenFile(api.state())
        .change(old -> old.stream().filter(token -> !token.name().equals("read")).toList());
    assertThat(api.send(api.as(Scope.READ, "/api/v1/rules")).statusCode()).isEqualTo(200);
    api.door.reload();
    assertThat(api.send(api.as(Scope.READ, "/api/v1/rules")).statusCode()).isEqualTo(401);
  }

  /** The name in Host is what a page sees that has its own name resolve to this machine. */
  @Test
  void metrics_areOpenToThisMachineAlone() throws IOException {
    assertThat(api.send(api.without("/metrics")).statusCode()).isEqualTo(200);
    String rebound = api.raw("GET /metrics HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    assertThat(rebound).startsWith("HTTP/1.1 401 ");
    String proxied =
        api.raw("GET /ready HTTP/1.1\r\nHost: localhost\r\nForwarded: for=192.0.2.7\r\n\r\n");
    assertThat(proxied).startsWith("HTTP/1.1 401 ");
  }

  @Test
  void oddNamesOfCases_areNoPaths() throws IOException {
    String id = api.keep("389.90 USD", "ann@example.org");
    for (String name :
        List.of(
            id.toLowerCase(Locale.ROOT),
            id + "0",
            id.substring(1),
            "A".repeat(5_000),
            "%2e%2e",
            id + "%20",
            "%C3%A9" + id)) {
      assertStatus(name, 404);
    }
    for (String name :
        List.of(
            "%00",
            id + "%00",
            "..%2f" + id,
            "..%5c" + id,
            id + "%2f..",
            "%2e%2e%2f" + id,
            "%ff%fe" + id)) {
      assertStatus(name, 400, 404);
    }
    for (String path : List.of("/api/v1/cases/../rules", "/api/v1//rules", "/api/v1/rules;x=1")) {
      assertThat(status(raw(path))).as(path).isIn(400, 404, 401);
    }
  }

  private void assertStatus(String name, Integer... wanted) throws IOException {
    for (String path : List.of("/api/v1/cases/" + name, "/api/v1/cases/" + name + "/message")) {
      String answer = raw(path);
      assertThat(status(answer)).as(path).isIn((Object[]) wanted);
      assertThat(answer).contains("application/problem+json").doesNotContain(name);
    }
  }

  private String raw(String path) throws IOException {
    Scope scope = path.endsWith("/message") ? Scope.QUARANTINE : Scope.READ;
    return api.raw(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + api.secret(scope)
            + "\r\n\r\n");
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  @Test
  void everyAnswer_tellsBrowsersToKeepOff() throws IOException {
    for (String answer :
        List.of(
            api.raw("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            api.raw("GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            api.raw("GET /%ff%00 HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            api.raw("PUT /health HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            api.raw("GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n\r\n"))) {
      assertThat(answer)
          .contains("X-Content-Type-Options: nosniff")
          .contains("Content-Security-Policy: default-src 'none'")
          .contains("Cache-Control: no-store")
          .doesNotContain("Access-Control")
          .doesNotContain("Server:")
          .doesNotContain("Set-Cookie");
    }
  }

  @Test
  void methodsThatThereAreNot_areRefused() throws IOException {
    for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "MADE-UP")) {
      String answer = api.raw(method + " /api/v1/rules HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(status(answer)).as(method).isIn(400, 405, 501);
    }
    assertThat(api.send(api.as(Scope.READ, "/api/v1/scan")).statusCode()).isEqualTo(405);
  }

  /** RFC 9112 §6.3: two lengths, a length beside chunks, a bare LF: each hides a second request. */
  @Test
  void smuggledRequests_areRefusedAndNothingFollows() throws IOException {
    String head =
        "POST /api/v1/scan HTTP/1.1\r\nHost: localhost\r\nContent-Type: message/rfc822\r\n"
            + "Authorization: Bearer "
            + api.secret(Scope.SCAN)
            + "\r\n";
    String hidden = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (String framing :
        List.of(
            "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "Content-Length : 3\r\n\r\nabc",
            "Content-Length: +3\r\n\r\nabc",
            "Content-Length: 3\r\n\r\nabc")) {
      String answer = api.raw(head + framing + hidden);
      assertThat(answer.split("HTTP/1.1 ", -1)).as(framing).hasSize(2);
      assertThat(answer).doesNotContain("alive");
      assertThat(status(answer)).isIn(200, 400, 501);
    }
  }

  @Test
  void chunksWithoutEnd_areCutAtTheBound() throws IOException {
    long begin = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
      socket.setSoTimeout(15_000);
      OutputStream out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked"));
      byte[] chunk =
          ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      writeUntilRefused(out, chunk);
      assertThat(read(socket))
          .satisfiesAnyOf(
              answer -> assertThat(answer).startsWith("HTTP/1.1 413 "),
              answer -> assertThat(answer).isEmpty());
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
  }

  private static void writeUntilRefused(OutputStream out, byte[] chunk) {
    try {
      for (int i = 0; i < 100_000; i++) {
        out.write(chunk);
      }
    } catch (IOException refused) {
      // That is what is waited for.
    }
  }

  private static String read(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (SocketException reset) {
      return "";
    }
  }

  private byte[] head(String more) {
    return ("POST /api/v1/scan HTTP/1.1\r\nHost: localhost\r\nContent-Type: message/rfc822\r\n"
            + "Authorization: Bearer "
            + api.secret(Scope.SCAN)
            + "\r\n"
            + more
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** A hundred of them hold no place for longer than a connection lives. */
  @Test
  void slowHeads_areClosedInTime() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port());
      socket.getOutputStream().write("GET /health HTT".getBytes(StandardCharsets.US_ASCII));
      slow.add(socket);
    }
    for (int second = 0; second < 8; second++) {
      slow.forEach(HttpDoorTest::oneMoreOctet);
      Thread.sleep(1_000);
    }
    assertThat(api.send(api.without("/health")).statusCode()).isEqualTo(200);
    for (Socket socket : slow) {
      socket.close();
    }
  }

  private static void oneMoreOctet(Socket socket) {
    try {
      socket.getOutputStream().write('P');
    } catch (IOException closed) {
      // That is what is waited for.
    }
  }

  @Test
  void longHead_isRefused() throws IOException {
    String answer =
        api.raw(
            "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: "
                + "x".repeat(20_000)
                + "\r\n\r\n");
    assertThat(status(answer)).isEqualTo(431);
    assertThat(answer).doesNotContain("xxxx");
  }

  @Test
  void envelope_isTakenFromHeadersOrRefused() throws IOException {
    HttpRequest.Builder good =
        api.as(Scope.SCAN, "/api/v1/scan")
            .header("Content-Type", "Message/RFC822; charset=utf-8")
            .header("X-Ringfence-Mail-From", "<>")
            .header("X-Ringfence-Rcpt-To", "<ann@example.org>")
            .header("X-Ringfence-Rcpt-To", "bob@example.org")
            .header("X-Ringfence-Client-IP", "2001:db8::7")
            .header("X-Ringfence-Helo", "mx.example.net")
            .POST(BodyPublishers.ofString("Subject: x\r\n\r\nscam\r\n"));
    assertThat(body(api.send(good)))
        .contains("\"recipients\":[\"ann@example.org\",\"bob@example.org\"]")
        .contains("\"would\":\"quarantine\"")
        .contains("\"verdict\":\"callback-phishing\"");
    for (String wrong :
        List.of(
            "X-Ringfence-Client-IP: mx.example.net",
            "X-Ringfence-Client-IP: 192.0.2.7\r\nX-Ringfence-Client-IP: 192.0.2.8",
            "X-Ringfence-Mail-From: a\tb@example.org",
            "X-Ringfence-Rcpt-To: " + "a".repeat(400),
            "X-Ringfence-Helo: " + "a".repeat(400))) {
      String answer =
          api.raw(
              new String(
                      head(wrong + "\r\nContent-Length: " + MAIL.length()),
                      StandardCharsets.US_ASCII)
                  + MAIL);
      assertThat(status(answer)).as(wrong).isEqualTo(400);
    }
  }

  private static String body(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.US_ASCII);
  }

  /** RFC 8259 lets a name stand twice, and control characters be escaped: both are tricks here. */
  @Test
  void jsonTricks_areRefused() throws IOException {
    for (String json :
        List.of(
            "{\"message\": \"eA==\", \"message\": \"eA==\"}",
            "{\"message\": \"eA==\", \"rcptTo\": [\"a@example.org\\r\\nBcc: b@example.org\"]}",
            "{\"message\": \"eA==\", \"mailFrom\": \"a@example.org\\u0000\"}",
            "{\"message\": \"eA==\", \"helo\": \"a\\nb\", \"clientIp\": \"192.0.2.7\"}",
            "{\"message\": \"eA==\", \"clientIp\": \"localhost\"}",
            "{\"message\": \"eA==\", \"rcptTo\": [null]}".replace("null", "\"\\u0085\""),
            "{\"message\": \"not base 64!\"}",
            "{\"message\": \"eA==\", \"maiFrom\": \"a@example.org\"}",
            "{\"message\": \"\"}",
            "{}",
            "null",
            "[" + "[".repeat(5_000),
            "{\"message\": \"eA==\"} {}")) {
      HttpResponse<byte[]> answer =
          api.send(
              api.as(Scope.SCAN, "/api/v1/scan")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(json)));
      assertThat(answer.statusCode()).as(json).isEqualTo(400);
      assertThat(body(answer)).doesNotContain("Bcc");
    }
  }

  @Test
  void faultOfOurs_saysNothingOfTheMail() throws IOException {
    HttpResponse<byte[]> answer =
        api.send(
            api.as(Scope.SCAN, "/api/v1/scan")
                .header("Content-Type", "message/rfc822")
                .POST(BodyPublishers.ofString("Subject: x\r\n\r\nfault with a secret word\r\n")));
    assertThat(body(answer)).contains("not-judged").doesNotContain("secret word");
  }

  /** Sixteen ask at once; one of them releases it, and the audit log has one line of it. */
  @Test
  void releaseAtOnce_happensOnce() throws Exception {
    String id = api.keep("389.90 USD", "ann@example.org");
    List<Integer> statuses = IntStream.range(0, 16).parallel().mapToObj(_ -> release(id)).toList();
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses.stream().filter(status -> status == 409).count()).isEqualTo(15);
    assertThat(store.kept().getFirst().standing())
        .isEqualTo(new Standing.Waiting("ann@example.org", Standing.Purpose.RELEASE, Api.NOW, 0));
    List<AuditLog.Entry> audit =
        store.store().audit().list(Optional.empty(), 100).stream()
            .map(AuditLog.Numbered::entry)
            .toList();
    assertThat(audit).hasSize(1);
    assertThat(audit.getFirst().actor()).isEqualTo("quarantine");
    assertThat(audit.getFirst().subject()).isEqualTo(id);
  }

  private int release(String id) {
    try {
      return api.send(
              api.as(Scope.QUARANTINE, "/api/v1/quarantine/" + id + "/release")
                  .POST(BodyPublishers.noBody()))
          .statusCode();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void message_comesBackOctetForOctetAndIsWrittenDown() throws IOException {
    String id = api.keep("389.90 USD", "ann@example.org");
    HttpResponse<byte[]> answer =
        api.send(api.as(Scope.QUARANTINE, "/api/v1/cases/" + id + "/message"));
    assertThat(body(answer)).isEqualTo("Subject: 389.90 USD\r\n\r\nscam\r\n");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"" + id + ".eml\"");
    assertThat(store.store().audit().list(Optional.empty(), 9).getFirst().entry().action())
        .isEqualTo("read");
  }

  @Test
  void pages_followOneAnotherWithoutGapOrOverlap() throws IOException {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      kept.add(api.keep("389.90 USD no " + i, "ann@example.org", "bob@example.org"));
    }
    assertThat(walk(Scope.QUARANTINE, "/api/v1/quarantine?limit=3"))
        .containsExactlyInAnyOrderElementsOf(kept);
    store.store().settle();
    assertThat(walk(Scope.READ, "/api/v1/cases?limit=2")).containsExactlyInAnyOrderElementsOf(kept);
  }

  /** The cases of all pages, each as often as it is listed, a mail for two once. */
  private List<String> walk(Scope scope, String path) throws IOException {
    var json = new Json();
    List<String> found = new ArrayList<>();
    String next = "";
    do {
      var page = json.parse(body(api.send(api.as(scope, path + next))));
      List<String> ids = new ArrayList<>();
      page.path("cases").forEach(one -> ids.add(one.path("id").stringValue()));
      page.path("mails").forEach(one -> ids.add(one.path("mail").path("id").stringValue()));
      found.addAll(ids.stream().distinct().toList());
      next = page.path("next").isNull() ? "" : "&before=" + page.path("next").stringValue();
    } while (!next.isEmpty());
    return found;
  }

  @Test
  void metrics_countRequestsMailAndThoseWhoAreRefused() throws IOException {
    api.keep("389.90 USD", "ann@example.org");
    api.send(api.as("rft_wrong", "/api/v1/rules"));
    api.meters.kept(() -> store.store().statistics().kept());
    String page = body(api.send(api.without("/metrics")));
    assertThat(page)
        .contains(
            "ringfence_mails_total{did=\"quarantine\",door=\"milter\",verdict=\"callback-phishing\"}"
                + " 1.0")
        .contains(
            "ringfence_requests_total{door=\"http\",route=\"GET /api/v1/rules\",status=\"401\"}"
                + " 1.0")
        .contains("ringfence_judging_seconds_bucket{door=\"milter\"")
        .contains("ringfence_kept{standing=\"quarantined\"} 1.0")
        .contains("ringfence_build{")
        .contains("jvm_memory_used_bytes{")
        .contains("ringfence_connections{door=\"http\"} 1.0");
  }

  @Test
  void drainingDoor_isNotReadyAndStillAnswers() throws IOException {
    api.door.drain();
    HttpResponse<byte[]> answer = api.send(api.without("/ready"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(body(answer)).contains("\"ready\":false");
    assertThat(api.send(api.without("/health")).statusCode()).isEqualTo(200);
  }

  @Test
  void plainHttp_isServedOnLoopbackAlone() {
    assertThatThrownBy(() -> new Api(keeping(), HttpSettings.at("0.0.0.0", 0)))
        .hasRootCauseMessage(
            "0.0.0.0: without TLS the API is served on a loopback address alone, since tokens and"
                + " mail would pass in clear. Name a certificate, or allow it where a proxy ends"
                + " TLS.");
  }
}
