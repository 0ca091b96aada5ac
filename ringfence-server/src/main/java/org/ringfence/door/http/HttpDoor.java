package org.ringfence.door.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.door.http.web.PageRoute;
import org.ringfence.door.http.web.PageRoutes;
import org.ringfence.door.http.web.Website;
import org.ringfence.reception.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the API, and pages for people, over HTTP/1.1.
 *
 * <p>Failures: every refusal is a {@link Problem} with the next step, and one line of the log
 * without the secret and without a word of the request; a fault of ours is logged and answered with
 * 500. Whoever is refused is told nothing about the mail.
 */
public final class HttpDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
  private static final String NAME = "http";
  private static final String UNKNOWN = "-";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int FRAMES = 8;

  private final HttpSettings settings;
  private final HttpParts parts;
  private final Guard guard;
  private final Semaphore places;
  private final Room room;
  private final Ages ages;
  private final Listener listener;
  private final Website website;
  private final PageServing pages;
  private final Javalin javalin;
  private volatile boolean closing;
  private @Nullable Thread watching;

  /** A door with the API alone, which does not listen yet. */
  public HttpDoor(HttpSettings settings, HttpParts parts) {
    this(settings, parts, Website.none());
  }

  /** A door with pages for people too, which does not listen yet. */
  public HttpDoor(HttpSettings settings, HttpParts parts, Website website) {
    HttpSettings.Bounds bounds = settings.bounds();
    this.settings = settings;
    this.parts = parts;
    this.guard =
        new Guard(
            parts.tokens(),
            new Tries(bounds.wrongTokens(), System::nanoTime),
            parts.clock(),
            Listener.isLoopback(settings.host()));
    this.places = new Semaphore(bounds.concurrent());
    this.room = new Room(bounds.roomBytes(), bounds.messageBytes(), PATIENCE);
    this.ages =
        new Ages(bounds.life(), System::nanoTime, () -> parts.watch().meters().connected(NAME));
    this.listener = new Listener(settings, ages, parts.watch().meters());
    this.website = website;
    this.pages = new PageServing(website, parts.watch().meters(), places, this::body);
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Listens from now on, and returns the address such as {@code http://127.0.0.1:8893}.
   *
   * @throws IOException with a sentence for the operator where the address cannot be had, or would
   *     be served without TLS to others than this machine
   */
  public String start() throws IOException {
    requireSafe();
    listener.readCertificate();
    try {
      javalin.start();
    } catch (RuntimeException failure) {
      throw new IOException(
          settings.host()
              + ":"
              + settings.port()
              + ": this address cannot be listened on. See whether another program does, and"
              + " whether the address is one of this machine.",
          failure);
    }
    watching = Thread.ofVirtual().name("http-watch").start(ages::watch);
    return listener.url();
  }

  /**
   * Reads tokens and certificate again.
   *
   * @throws IOException with a sentence for the operator where one of them cannot be used; what
   *     could not be read stays as it was
   */
  public void reload() throws IOException {
    parts.tokens().reload();
    website.topics().forEach(PageRoutes::reload);
    listener.readCertificate();
  }

  /** From now on {@code /ready} says no, so that a balancer sends nobody any more. */
  public void drain() {
    closing = true;
  }

  /** Takes no further request, and waits for those under way. */
  @Override
  public void close() {
    drain();
    javalin.stop();
    Thread watch = watching;
    if (watch != null) {
      watch.interrupt();
    }
  }

  private void requireSafe() throws IOException {
    boolean safe =
        settings.tls().isPresent()
            || settings.plainAnywhere()
            || Listener.isLoopback(settings.host());
    if (!safe) {
      throw new IOException(
          settings.host()
              + ": without TLS the API is served on a loopback address alone, since tokens and mail"
              + " would pass in clear. Name a certificate, or allow it where a proxy ends TLS.");
    }
  }

  /** All routes of the door. */
  List<Route> routes() {
    return Stream.of(
            new ScanRoutes(parts, settings.bounds().messageBytes()),
            new CaseRoutes(parts),
            new QuarantineRoutes(parts),
            new HouseRoutes(parts),
            new WatchRoutes(parts, () -> closing))
        .flatMap(topic -> topic.all().stream())
        .toList();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.generateEtags = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.addConnector(listener::connector);
    config.routes.before(HttpDoor::begin);
    for (Route route : routes()) {
      config.routes.addHttpHandler(
          HandlerType.findOrCreate(route.method()), route.path(), context -> serve(context, route));
    }
    for (PageRoute page : website.routes()) {
      config.routes.addHttpHandler(
          HandlerType.findOrCreate(page.method()),
          page.path(),
          context -> pages.serve(context, page));
    }
    config.routes.exception(HttpResponseException.class, this::unrouted);
    config.routes.exception(Exception.class, (fault, context) -> fail(context, UNKNOWN, fault));
  }

  private static void begin(Context context) {
    SafetyHeaders.FIELDS.forEach(context::header);
    String method = context.req().getMethod();
    if (!method.equals("GET") && !method.equals("POST")) {
      throw new MethodNotAllowedResponse("", Map.of());
    }
  }

  private void serve(Context context, Route route) {
    String name = route.method() + " " + route.path();
    String who = UNKNOWN;
    try {
      who = guard.admit(context, route.access());
      answer(context, name, who, worked(context, route, who));
    } catch (Problem problem) {
      refuse(context, name, who, problem);
    } catch (CustodyFailure failure) {
      parts.watch().meters().storeFailed("api");
      LOG.error("The store could not be had: {}", failure.getMessage());
      refuse(context, name, who, Problem.noStore());
    } catch (RuntimeException fault) {
      fail(context, name, fault);
    }
  }

  /** Who watches is answered even while all places are taken. */
  private Reply worked(Context context, Route route, String who) {
    boolean takesPlace = route.access() instanceof Access.Scoped;
    if (takesPlace && !places.tryAcquire()) {
      throw Problem.busy();
    }
    try (BodyReader reader = body()) {
      return route.handling().answer(new Request(context, who, reader));
    } finally {
      if (takesPlace) {
        places.release();
      }
    }
  }

  private BodyReader body() {
    return new BodyReader(room, settings.bounds().bodyTime(), System::nanoTime);
  }

  /** Where there is no such route; the path is a stranger's word and stays out of the log. */
  private void unrouted(HttpResponseException refusal, Context context) {
    Problem problem = refusal.getStatus() == 405 ? Problem.wrongMethod() : Problem.noSuchPath();
    if (isPerson(context)) {
      pages.refuse(context, problem);
    } else {
      refuse(context, UNKNOWN, UNKNOWN, problem);
    }
  }

  private boolean isPerson(Context context) {
    String accepted = context.header("Accept");
    return accepted != null && accepted.contains("text/html") && !website.topics().isEmpty();
  }

  private void fail(Context context, String route, Exception fault) {
    // The fault's own message may hold what a stranger sent.
    LOG.error(
        "Ringfence failed on a request: route=\"{}\" fault={} at {}",
        route,
        fault.getClass().getSimpleName(),
        Arrays.stream(fault.getStackTrace()).limit(FRAMES).toList());
    refuse(context, route, UNKNOWN, Problem.fault());
  }

  private void refuse(Context context, String route, String who, Problem problem) {
    LOG.warn(
        "refused route=\"{}\" status={} from={} token={} problem=\"{}\"",
        route,
        problem.status(),
        context.req().getRemoteAddr(),
        who,
        problem.report().title());
    write(context, route, Reply.of(problem));
  }

  private void answer(Context context, String route, String who, Reply reply) {
    LOG.info(
        "answered route=\"{}\" status={} from={} token={}",
        route,
        reply.status(),
        context.req().getRemoteAddr(),
        who);
    write(context, route, reply);
  }

  private void write(Context context, String route, Reply reply) {
    parts.watch().meters().answered(NAME, route, reply.status());
    reply.headers().forEach(context::header);
    context.status(reply.status()).contentType(reply.type()).result(reply.body().stream());
  }
}
