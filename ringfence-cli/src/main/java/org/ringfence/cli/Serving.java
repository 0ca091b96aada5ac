package org.ringfence.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.ringfence.alert.Alerts;
import org.ringfence.cli.log.ServingLog;
import org.ringfence.connector.alert.AlertWebhook;
import org.ringfence.connector.smtp.SmtpConnector;
import org.ringfence.custody.Custody;
import org.ringfence.dispatch.Dispatch;
import org.ringfence.dispatch.DispatchSettings;
import org.ringfence.dispatch.PromptCustody;
import org.ringfence.door.http.HttpDoor;
import org.ringfence.door.http.console.Desk;
import org.ringfence.door.http.web.PageRoutes;
import org.ringfence.door.http.web.Pages;
import org.ringfence.door.http.web.StaticFiles;
import org.ringfence.door.http.web.Website;
import org.ringfence.operation.BuildInfo;
import org.ringfence.operation.PrometheusMeters;
import org.ringfence.reception.Care;
import org.ringfence.reception.Reception;
import org.ringfence.settings.Settings;
import org.ringfence.settings.SettingsReader.Reading;
import org.ringfence.settings.SettingsReader.Shown;
import org.ringfence.store.Store;

/**
 * All that serves, from the first door to the store: opened in an order in which nothing is asked
 * before it is there, and closed in the other.
 */
final class Serving implements AutoCloseable {
  private static final int CHANCE = 10;

  private final Console console;
  private final SettingsSource source;
  private final SecureRandom chance = new SecureRandom();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final AtomicReference<Reading> reading;
  private final AtomicReference<JudgingWiring.Ready> ready = new AtomicReference<>();
  private final JudgingWiring judging;
  private final PrometheusMeters meters;
  private final Store store;
  private final Reception reception;
  private final Custody custody;
  private volatile Optional<Dispatch> dispatch = Optional.empty();
  private Optional<HttpDoor> http = Optional.empty();

  /**
   * Opens everything but the doors.
   *
   * @throws CommandFailure where something cannot be had; then all is closed again
   */
  Serving(Console console, SettingsSource source, Assembly assembly, SiteOptions given) {
    this.console = console;
    this.source = source;
    this.reading = new AtomicReference<>(source.read());
    Settings settings = reading.get().settings();
    ServingLog.setUp(settings.log());
    this.meters = opened(new PrometheusMeters(BuildInfo.of(Version.number())));
    this.store = opened(StoreWiring.open(settings.store()));
    meters.queue("store", () -> store.load().waiting());
    meters.kept(() -> store.statistics().kept());
    this.custody = new PromptCustody(store.custody(), () -> dispatch.ifPresent(Dispatch::poke));
    this.judging =
        new JudgingWiring(
            assembly,
            given,
            store.ledger(),
            new Places(settings.judging().judgements()),
            settings.nextHop().isPresent());
    try {
      ready.set(judging.ready(settings));
      this.reception =
          opened(
              new Reception(
                  ready.get().work(),
                  new Care(custody, store.cases(), InstantSource.system(), this::chance),
                  ready.get().bounds(),
                  System::nanoTime,
                  meters));
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private <T extends AutoCloseable> T opened(T one) {
    open.addFirst(one);
    return one;
  }

  private byte[] chance() {
    byte[] octets = new byte[CHANCE];
    chance.nextBytes(octets);
    return octets;
  }

  /**
   * Begins: doors last, so that whoever comes is served.
   *
   * @throws CommandFailure where a door cannot be opened; then all is closed again
   */
  void start() {
    try {
      Settings settings = reading.get().settings();
      Optional<SmtpConnector> connector = DoorWiring.connector(settings.nextHop());
      connector.ifPresent(this::send);
      OpenDoors doors = opened(new OpenDoors(console));
      DoorWiring wiring = new DoorWiring(settings, doors);
      wiring.milter(reception);
      connector.ifPresent(hop -> wiring.smtp(reception, hop, meters));
      wiring.spamd(reception, meters);
      http(settings.doors().http(), doors);
      wiring.webhook(store.recorder(), console);
      store.keepPurging();
      inForce(settings).forEach(console.out()::println);
      Thread.ofPlatform().daemon().name("warm-up").start(() -> judging.warmUp(settings));
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private void http(Settings.Http settings, OpenDoors doors) {
    settings
        .address()
        .ifPresent(
            address -> {
              HttpWiring wiring =
                  new HttpWiring(store, custody, ready::get, this::problemsOfReload);
              HttpDoor door =
                  wiring.door(settings, address, reception, meters, website(settings, wiring));
              doors.open("HTTP door", door, door::start);
              http = Optional.of(door);
            });
  }

  private Website website(Settings.Http http, HttpWiring wiring) {
    Settings settings = reading.get().settings();
    StaticFiles files = new StaticFiles();
    Pages pages = new Pages(files);
    List<PageRoutes> topics = new ArrayList<>(List.of(files));
    topics.add(wiring.console(http, pages, this::shown));
    PersonWiring.of(settings)
        .ifPresent(
            people ->
                topics.add(
                    people.pages(
                        store,
                        () -> ready.get().guidance().orElseThrow(),
                        alerts(settings),
                        pages)));
    return new Website(pages::page, topics);
  }

  private Alerts alerts(Settings settings) {
    return settings
        .alerts()
        .<Alerts>map(address -> opened(new AlertWebhook(address)))
        .orElse(Alerts.none());
  }

  private List<Desk.Setting> shown() {
    return reading.get().shown().stream()
        .map(one -> new Desk.Setting(one.path(), one.value(), one.origin()))
        .toList();
  }

  /** Nothing where what was read counts from now on. */
  private List<String> problemsOfReload() {
    Reloaded reloaded = reload();
    return reloaded.counts() ? List.of() : reloaded.said();
  }

  private void send(SmtpConnector connector) {
    opened(connector);
    // Not the prompt one: a mail that the dispatch puts back to wait must not wake it at once.
    Dispatch sending =
        new Dispatch(
            store.custody(),
            connector,
            arrival -> ready.get().work().judge().apply(arrival),
            DispatchSettings.standard(),
            InstantSource.system(),
            meters);
    opened(sending).start();
    dispatch = Optional.of(sending);
  }

  private List<String> inForce(Settings settings) {
    return List.of(
        ready.get().inForce(),
        "Mail is kept in " + settings.store().place() + ".",
        settings
            .nextHop()
            .map(hop -> "The next hop is " + hop.address() + ".")
            .orElse("No next hop: nothing that is kept can be released or sent on."),
        closedDoors(settings.doors()));
  }

  private static String closedDoors(Settings.Doors doors) {
    List<String> closed = new ArrayList<>();
    note(closed, "milter", doors.milter().address());
    note(closed, "smtp", doors.smtp().address());
    note(closed, "lmtp", doors.lmtp().address());
    note(closed, "http", doors.http().address());
    note(closed, "spamd", doors.spamd().address());
    note(closed, "webhook", doors.webhook().address());
    return closed.isEmpty() ? "All doors are open." : "Closed: " + String.join(", ", closed) + ".";
  }

  private static void note(List<String> closed, String name, Optional<?> address) {
    if (address.isEmpty()) {
      closed.add(name);
    }
  }

  /** Where a reload ended: what it says, and whether it counts. */
  record Reloaded(boolean counts, List<String> said) {}

  /**
   * Reads everything again: settings, knowledge, inventory and rules. They are made ready aside and
   * take the place of the old in one step, or not at all.
   */
  synchronized Reloaded reload() {
    try {
      Reading next = source.read();
      JudgingWiring.Ready made = judging.ready(next.settings());
      List<String> said = new ArrayList<>(List.of(made.inForce()));
      said.addAll(waiting(reading.get().shown(), next.shown()));
      if (!next.settings().log().equals(reading.get().settings().log())) {
        ServingLog.setUp(next.settings().log());
      }
      reading.set(next);
      ready.set(made);
      reception.exchange(made.work(), made.bounds());
      reloadTokens(said);
      return new Reloaded(true, said);
    } catch (RuntimeException wrong) {
      return new Reloaded(false, List.of(String.valueOf(wrong.getMessage())));
    }
  }

  /** Tokens and the API's certificate stand for themselves: what cannot be read stays as it was. */
  private void reloadTokens(List<String> said) {
    try {
      if (http.isPresent()) {
        http.get().reload();
      }
    } catch (IOException unusable) {
      said.add(String.valueOf(unusable.getMessage()));
    }
  }

  /** Changed settings that count with the next start. */
  private static List<String> waiting(List<Shown> before, List<Shown> now) {
    List<String> waiting = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i).isFixed() && !now.get(i).value().equals(before.get(i).value())) {
        waiting.add(now.get(i).path() + " counts with the next start.");
      }
    }
    return waiting;
  }

  /** Ends: doors first, so that what was taken is still answered, sent and written. */
  @Override
  public synchronized void close() {
    http.ifPresent(HttpDoor::drain);
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
