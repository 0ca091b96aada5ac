package org.ringfence.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringfence.effect.act.FailMode;
import org.ringfence.settings.Address;
import org.ringfence.settings.AzureKeys;
import org.ringfence.settings.DoorKeys;
import org.ringfence.settings.Key;
import org.ringfence.settings.Keys;
import org.ringfence.settings.Overrides;
import org.ringfence.settings.Settings;

/** The options of {@code serve} as settings that stand over those of the file. */
final class ServeOverrides {
  private static final int LONGEST = 600;

  private ServeOverrides() {}

  /**
   * Whatever was given.
   *
   * @throws CommandFailure where an option cannot be read
   */
  static Overrides of(ServeOptions options, SiteOptions site) {
    Overrides overrides = new Overrides();
    put(overrides, Keys.ON_CALLBACK, "--on-callback", options.onCallback);
    maybe(overrides, Keys.POLICY, "--policy", options.policy);
    put(overrides, Keys.DEADLINE, "--deadline", deadline(options.deadline));
    milter(overrides, options.milter);
    fail(overrides, options.fail);
    site(overrides, site);
    authentication(overrides, site.authentication);
    tenants(overrides, site.tenants);
    return overrides;
  }

  private static @Nullable Duration deadline(@Nullable Integer seconds) {
    if (seconds != null && (seconds < 1 || seconds > LONGEST)) {
      throw new CommandFailure("--deadline takes a number of seconds from 1 to 600.");
    }
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private static void milter(Overrides overrides, @Nullable String text) {
    if (text == null) {
      return;
    }
    Optional<Address> address =
        text.startsWith("unix:") && text.length() > 5
            ? Optional.of(new Address.Unix(Path.of(text.substring(5)).toAbsolutePath()))
            : Address.tcp(text).map(tcp -> (Address) tcp);
    if (address.isEmpty() && !text.equals("off")) {
      throw new CommandFailure(
          "--milter takes HOST:PORT, such as 127.0.0.1:8891, unix:PATH, or off.");
    }
    put(overrides, Keys.MILTER.address(), "--milter", address);
  }

  private static void fail(Overrides overrides, @Nullable FailMode fail) {
    for (DoorKeys door : List.of(Keys.MILTER, Keys.SMTP, Keys.LMTP)) {
      put(overrides, door.failMode(), "--fail", fail);
    }
  }

  private static void site(Overrides overrides, SiteOptions site) {
    maybe(overrides, Keys.KNOWLEDGE, "--knowledge", site.knowledge.folder);
    some(overrides, Keys.REGIONS, "--regions", site.regions);
    some(overrides, Keys.DOMAINS, "--own-domain", site.ownDomains);
    SiteOptions.Ocr ocr = site.ocr;
    put(overrides, Keys.OCR, "--ocr", ocr == null ? null : Settings.Ocr.valueOf(ocr.name()));
  }

  private static void authentication(Overrides overrides, AuthenticationOptions given) {
    AuthenticationOptions.Source source = given.source;
    put(
        overrides,
        Keys.AUTHENTICATION,
        "--auth",
        source == null ? null : Settings.Source.valueOf(source.name()));
    maybe(overrides, Keys.ZONE, "--dns-zone", given.zone);
    some(overrides, Keys.AUTHSERV_IDS, "--authserv-id", given.authservIds);
    maybe(overrides, Keys.OWN_RECEIVED, "--own-received", given.ownReceived);
    some(
        overrides,
        Keys.ARC_SEALERS,
        "--arc-sealer",
        given.arcSealers.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
  }

  private static void tenants(Overrides overrides, TenantOptions tenants) {
    maybe(overrides, Keys.INVENTORY, "--inventory", tenants.inventory);
    maybe(overrides, Keys.LEDGER, "--ledger", tenants.ledger);
    some(overrides, AzureKeys.TOPICS, "--sns-topic", tenants.snsTopics);
  }

  private static <T> void put(Overrides to, Key<T> key, String option, @Nullable T value) {
    to.put(key, option, Optional.ofNullable(value));
  }

  private static <T> void maybe(
      Overrides to, Key<Optional<T>> key, String option, @Nullable T value) {
    if (value != null) {
      to.put(key, option, Optional.of(Optional.of(value)));
    }
  }

  private static <T> void some(Overrides to, Key<List<T>> key, String option, List<T> values) {
    to.put(key, option, values.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(values)));
  }
}
