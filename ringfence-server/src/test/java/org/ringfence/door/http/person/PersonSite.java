package org.ringfence.door.http.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringfence.alert.Alert;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Fate;
import org.ringfence.custody.Receipt;
import org.ringfence.custody.Response;
import org.ringfence.custody.Summary;
import org.ringfence.door.http.HttpDoor;
import org.ringfence.door.http.HttpParts;
import org.ringfence.door.http.HttpSettings;
import org.ringfence.door.http.token.TokenFile;
import org.ringfence.door.http.token.Tokens;
import org.ringfence.door.http.web.Pages;
import org.ringfence.door.http.web.StaticFiles;
import org.ringfence.door.http.web.Website;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.educate.DeskContact;
import org.ringfence.identity.CaseLink;
import org.ringfence.identity.FormToken;
import org.ringfence.knowledge.Catalog;
import org.ringfence.knowledge.Checking;
import org.ringfence.knowledge.Guidance;
import org.ringfence.knowledge.KnowledgeSource;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.Octets;
import org.ringfence.operation.BuildInfo;
import org.ringfence.operation.PrometheusMeters;
import org.ringfence.reception.FakeJudge;
import org.ringfence.reception.Reception;
import org.ringfence.report.Json;
import org.ringfence.report.RecipientReport;
import org.ringfence.store.StoreFixture;

/** The pages for recipients, over real HTTP, with a real store behind them. */
final class PersonSite implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
  static final Guidance GUIDANCE = guidance();
  static final CaseLink LINKS = new CaseLink(new byte[32], Duration.ofDays(14));
  static final String ANN = "ann@example.com";

  final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  final List<Alert> alerts = new CopyOnWriteArrayList<>();
  final StoreFixture store = new StoreFixture(clock::get);

  private final Path state;
  private final PrometheusMeters meters = new PrometheusMeters(BuildInfo.of("test"));
  private final Reception reception =
      new FakeJudge()
          .reception(CallbackChoice.MARK, FailMode.ACCEPT_AND_MARK, Duration.ofSeconds(4));
  private final HttpDoor door;
  private final String url;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  PersonSite() {
    this(HttpSettings.at("127.0.0.1", 0));
  }

  PersonSite(HttpSettings settings) {
    try {
      state = Files.createTempDirectory("ringfence-person");
      door = new HttpDoor(settings, parts(), website());
      url = door.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Guidance guidance() {
    KnowledgeSource shipped =
        new Folder(Path.of(System.getProperty("ringfence.root"), "knowledge"));
    return Guidance.read(shipped, Catalog.read(shipped, Checking.BINDING), Checking.BINDING);
  }

  /** The knowledge in a folder. */
  private record Folder(Path root) implements KnowledgeSource {
    @Override
    public List<String> list() {
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .filter(Files::isRegularFile)
            .map(file -> root.relativize(file).toString())
            .toList();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public Octets read(String path) {
      try {
        return Octets.of(Files.readAllBytes(root.resolve(path)));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private HttpParts parts() throws IOException {
    return new HttpParts(
        reception,
        new HttpParts.Care(store.store().custody(), store.store().cases(), store.store().audit()),
        new HttpParts.House(id -> id, List::of, List::of, List::of),
        new HttpParts.Watch(meters, meters::page),
        new Tokens(new TokenFile(state)),
        clock::get);
  }

  private Website website() {
    StaticFiles files = new StaticFiles();
    Pages pages = new Pages(files);
    PersonParts parts =
        new PersonParts(
            new PersonParts.Keys(LINKS, new FormToken(new byte[32], Duration.ofHours(4))),
            new PersonParts.Records(
                store.store().cases(), store.store().responses(), store.store().audit()),
            new PersonParts.Site(
                () -> GUIDANCE,
                new DeskContact(
                    Optional.of("555-0100"), Optional.of("desk@example.com"), Optional.empty()),
                List.of("US", "DE"),
                id -> "https://ringfence.example/console/cases/" + id),
            alerts::add,
            clock::get);
    return new Website(pages::page, List.of(files, new PersonPages(parts, pages)));
  }

  /** Remembers a mail; its case. */
  CaseId remember(RecipientReport report, String subject) {
    byte[] chance = new byte[10];
    new SecureRandom().nextBytes(chance);
    CaseId id = CaseId.of(clock.get(), chance);
    Summary summary =
        new Summary(
            report.band().key(),
            "",
            0.98,
            subject,
            "billing@lantern.example",
            report.recognised().platform(),
            "",
            "",
            "direct",
            List.of(),
            List.of(new Summary.Telephone("+18085550142", true, List.of())),
            "",
            new Json().line(report),
            Duration.ofMillis(9));
    Receipt receipt =
        new Receipt(
            "smtp",
            "",
            clock.get(),
            Optional.empty(),
            new Envelope(Optional.of("a@example.net"), List.of(ANN)),
            900);
    store
        .store()
        .cases()
        .record(new CaseEntry(id, receipt, summary, List.of(new Fate(ANN, "deliver", List.of()))));
    store.store().settle();
    return id;
  }

  /** The path of the page of a case for Ann. */
  String page(CaseId id) {
    return "/m/" + LINKS.token(id, ANN, clock.get());
  }

  String url() {
    return url;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** What a browser sends where a form is submitted. */
  HttpResponse<String> post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send("POST", path, body, "Content-Type", "application/x-www-form-urlencoded");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** The value of a hidden field of a page. */
  static String hidden(String name, HttpResponse<String> page) {
    String begin = "name=\"" + name + "\" value=\"";
    int from = page.body().indexOf(begin) + begin.length();
    return page.body().substring(from, page.body().indexOf('"', from));
  }

  List<Response> responses(CaseId id) {
    return store.store().responses().of(id);
  }

  /** All that can change: alerts, responses, the audit log. */
  String everything() {
    return alerts
        + " "
        + store.store().responses().list(Optional.empty(), 1_000)
        + " "
        + store.store().audit().list(Optional.empty(), 1_000);
  }

  @Override
  public void close() {
    door.close();
    reception.close();
    meters.close();
    store.close();
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
