package org.ringfence.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ringfence.custody.Custody;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.custody.Statistics;
import org.ringfence.door.http.HttpDoor;
import org.ringfence.door.http.HttpParts;
import org.ringfence.door.http.HttpSettings;
import org.ringfence.door.http.RuleState;
import org.ringfence.door.http.console.AnalystConsole;
import org.ringfence.door.http.console.Desk;
import org.ringfence.door.http.token.TokenFile;
import org.ringfence.door.http.token.Tokens;
import org.ringfence.door.http.web.Pages;
import org.ringfence.door.http.web.Website;
import org.ringfence.identity.PeopleFile;
import org.ringfence.knowledge.PolicyAction;
import org.ringfence.knowledge.PolicyFile.Rule;
import org.ringfence.operation.PrometheusMeters;
import org.ringfence.reception.Reception;
import org.ringfence.settings.Address;
import org.ringfence.settings.Settings;
import org.ringfence.store.Store;

/** Fits the door of the API and of the pages together. */
final class HttpWiring {
  private static final int DAYS = 30;

  private final Store store;
  private final Custody custody;
  private final Supplier<JudgingWiring.Ready> ready;
  private final HttpParts.Reload reload;

  /**
   * @param custody the mail that is kept
   * @param ready what counts now
   * @param reload reads everything again
   */
  HttpWiring(
      Store store, Custody custody, Supplier<JudgingWiring.Ready> ready, HttpParts.Reload reload) {
    this.store = store;
    this.custody = custody;
    this.ready = ready;
    this.reload = reload;
  }

  /**
   * The door, which does not listen yet.
   *
   * @param website its pages for people
   * @throws CommandFailure where the tokens cannot be read
   */
  HttpDoor door(
      Settings.Http settings,
      Address.Tcp address,
      Reception reception,
      PrometheusMeters meters,
      Website website) {
    return new HttpDoor(
        new HttpSettings(
            address.host(),
            address.port(),
            settings.tls().map(tls -> new HttpSettings.Tls(tls.certificate(), tls.privateKey())),
            settings.plainAnywhere(),
            HttpSettings.Bounds.standard()),
        new HttpParts(
            reception,
            care(),
            house(),
            new HttpParts.Watch(meters, meters::page),
            tokens(settings),
            InstantSource.system()),
        website);
  }

  private HttpParts.Care care() {
    return new HttpParts.Care(custody, store.cases(), store.audit());
  }

  private HttpParts.House house() {
    return new HttpParts.House(
        id -> ready.get().titles().hallmark(id), this::rules, reload, this::readiness);
  }

  /**
   * The pages for people of the site.
   *
   * @param shown the settings in force
   */
  AnalystConsole console(Settings.Http settings, Pages pages, Supplier<List<Desk.Setting>> shown) {
    Desk desk =
        new Desk(
            pages,
            care(),
            store.responses(),
            store.statistics(),
            house(),
            shown,
            InstantSource.system());
    // Who serves plain HTTP to others than this machine has a proxy that ends TLS.
    boolean secure = settings.tls().isPresent() || settings.plainAnywhere();
    return new AnalystConsole(
        desk, new PeopleFile(settings.tokens()), secure, HttpWiring::unforeseen);
  }

  private static byte[] unforeseen(int many) {
    byte[] octets = new byte[many];
    new SecureRandom().nextBytes(octets);
    return octets;
  }

  private static Tokens tokens(Settings.Http settings) {
    try {
      return new Tokens(new TokenFile(settings.tokens()));
    } catch (IOException unusable) {
      throw new CommandFailure(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private List<HttpParts.Part> readiness() {
    try {
      store.check();
      return List.of(new HttpParts.Part("store", ""));
    } catch (CustodyFailure failure) {
      return List.of(new HttpParts.Part("store", String.valueOf(failure.getMessage())));
    }
  }

  private List<RuleState> rules() {
    LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
    Map<String, Long> counts =
        store.statistics().rules(today.minusDays(DAYS), today).stream()
            .collect(
                Collectors.groupingBy(
                    Statistics.Rules::rule, Collectors.summingLong(Statistics.Rules::mails)));
    return ready.get().rules().stream().map(rule -> state(rule, counts)).toList();
  }

  private static RuleState state(Rule rule, Map<String, Long> counts) {
    String name = rule.name();
    return new RuleState(
        name,
        rule.description(),
        rule.owner(),
        rule.mode().name().toLowerCase(Locale.ROOT),
        rule.when().text(),
        rule.then().stream().map(PolicyAction::word).toList(),
        rule.stop(),
        rule.expires().map(LocalDate::toString).orElse(null),
        counts.getOrDefault(name, 0L) + counts.getOrDefault(name + "(audit)", 0L),
        counts.getOrDefault(name + "(failed)", 0L));
  }
}
