package org.ringfence.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ringfence.effect.educate.DeskContact;

/** Makes {@link Settings} of the values of all keys. */
final class SettingsBinding {
  private static final String NO_NAME = "none";

  private final Values values;
  private final StateFolder state;

  SettingsBinding(Values values, StateFolder state) {
    this.values = values;
    this.state = state;
  }

  Settings settings() {
    return new Settings(
        site(),
        authentication(),
        new Settings.Rules(
            values.of(Keys.POLICY),
            values.of(Keys.ON_CALLBACK),
            quarantine(),
            values.of(Keys.BODY_EDITS)),
        new Settings.Judging(
            values.of(Keys.DEADLINE),
            values.of(Keys.JUDGEMENTS),
            values.of(Keys.WARM_UP),
            values.of(Keys.DRAIN)),
        doors(),
        nextHop(),
        store(),
        new Settings.Platforms(azure(), values.of(AzureKeys.TOPICS)),
        values.of(Keys.ALERT_WEBHOOK),
        new DeskContact(
            values.of(Keys.DESK_PHONE), values.of(Keys.DESK_MAIL), values.of(Keys.DESK_HOURS)),
        new Settings.Log(values.of(Keys.LOG_FORMAT), values.of(Keys.LOG_LEVEL)));
  }

  private Settings.Quarantine quarantine() {
    boolean canRelease = values.of(Keys.NEXT_HOP).isPresent();
    return values
        .of(Keys.QUARANTINE)
        .orElse(canRelease ? Settings.Quarantine.OURS : Settings.Quarantine.MTA);
  }

  private Optional<Settings.NextHop> nextHop() {
    return values
        .of(Keys.NEXT_HOP)
        .map(
            address ->
                new Settings.NextHop(
                    address, values.of(Keys.NEXT_HOP_PROTOCOL), values.of(Keys.NEXT_HOP_TLS)));
  }

  /** The address of a door that takes no socket in the file system; checked already. */
  private Optional<Address.Tcp> tcp(DoorKeys door) {
    return values
        .of(door.address())
        .filter(Address.Tcp.class::isInstance)
        .map(Address.Tcp.class::cast);
  }

  private Settings.Site site() {
    return new Settings.Site(
        values.of(Keys.DOMAINS),
        values.of(Keys.REGIONS),
        values.of(Keys.INVENTORY),
        values.of(Keys.KNOWLEDGE),
        values.of(Keys.OCR));
  }

  private Settings.Authentication authentication() {
    Settings.Source source = values.of(Keys.AUTHENTICATION);
    return new Settings.Authentication(
        source,
        values.of(Keys.ZONE),
        values.of(Keys.RESOLVERS),
        values.of(Keys.AUTHSERV_IDS).stream()
            .map(name -> name.equals(NO_NAME) ? "" : name)
            .toList(),
        values.of(Keys.OWN_RECEIVED).orElseGet(() -> ownReceived(source)),
        values.of(Keys.ARC_SEALERS));
  }

  /** A mail server hides its own field from its milters, and shows it to its content filters. */
  private int ownReceived(Settings.Source source) {
    boolean seesNone =
        source != Settings.Source.HEADER
            && (values.of(Keys.MILTER.address()).isPresent()
                || (tcp(Keys.SMTP).isEmpty() && tcp(Keys.LMTP).isEmpty()));
    return seesNone ? 0 : 1;
  }

  private Settings.Doors doors() {
    return new Settings.Doors(
        new Settings.Milter(
            values.of(Keys.MILTER.address()),
            values.of(Keys.MILTER.failMode()),
            values.of(Keys.MILTER.connections()),
            values.of(Keys.MILTER_IDLE)),
        smtp(Keys.SMTP),
        smtp(Keys.LMTP),
        new Settings.Http(
            tcp(Keys.HTTP),
            values.of(Keys.TOKENS).orElse(state.path()),
            tls(Keys.HTTP),
            values.of(Keys.PLAIN_ANYWHERE),
            links()),
        new Settings.Spamd(
            values.of(Keys.SPAMD.address()),
            values.of(Keys.SPAMD.connections()),
            values.of(Keys.SPAMD_PEERS)),
        new Settings.Webhook(
            tcp(Keys.WEBHOOK),
            values.of(Keys.WEBHOOK_TENANT),
            values.of(Keys.WEBHOOK_AUDIENCES),
            values.of(Keys.WEBHOOK_KEYS),
            values.of(Keys.WEBHOOK_SECRET)));
  }

  private Optional<Settings.Links> links() {
    return values
        .of(Keys.PUBLIC_URL)
        .map(
            url ->
                new Settings.Links(
                    url.toString().replaceAll("/+$", ""),
                    values.of(Keys.LINK_KEY).orElse(state.path().resolve("link.key"))));
  }

  private Settings.Smtp smtp(DoorKeys door) {
    return new Settings.Smtp(
        tcp(door),
        values.of(door.failMode()),
        values.of(door.connections()),
        values.of(door.peers()),
        tls(door));
  }

  private Optional<Settings.Tls> tls(DoorKeys door) {
    return values
        .of(door.certificate())
        .flatMap(
            certificate ->
                values.of(door.privateKey()).map(key -> new Settings.Tls(certificate, key)));
  }

  private Settings.Store store() {
    return new Settings.Store(
        place(),
        values.of(Keys.KEY_FILE),
        values.of(Keys.LEDGER),
        new Settings.Keep(
            values.of(KeepKeys.CASES),
            values.of(KeepKeys.CLEAR),
            values.of(KeepKeys.QUARANTINE),
            values.of(KeepKeys.FINISHED),
            values.of(KeepKeys.AUDIT),
            values.of(KeepKeys.ALERTS),
            values.of(KeepKeys.NUMBERS),
            values.of(KeepKeys.COUNTERS)),
        values.of(Keys.MEMORY),
        values.of(Keys.STORE_FAIL_MODE));
  }

  private Settings.Place place() {
    return values
        .of(Keys.POSTGRESQL)
        .<Settings.Place>map(
            address ->
                new Settings.OnServer(
                    address,
                    values.of(Keys.POSTGRESQL_DATABASE),
                    values.of(Keys.POSTGRESQL_USER),
                    values.of(Keys.POSTGRESQL_PASSWORD)))
        .orElseGet(
            () ->
                new Settings.InFile(
                    values.of(Keys.STORE_PATH).orElse(state.path().resolve("ringfence.db"))));
  }

  /** In the words of the connector's variables. */
  private Map<String, String> azure() {
    Map<String, String> azure = new LinkedHashMap<>();
    put(azure, "TENANT_ID", values.of(AzureKeys.TENANT));
    put(azure, "CLIENT_ID", values.of(AzureKeys.CLIENT));
    put(azure, "CLIENT_SECRET", values.of(AzureKeys.SECRET).map(Secret::reveal));
    put(azure, "CERTIFICATE_FILE", values.of(AzureKeys.CERTIFICATE));
    put(
        azure,
        "CERTIFICATE_PASSWORD",
        values.of(AzureKeys.CERTIFICATE_PASSWORD).map(Secret::reveal));
    put(azure, "MANAGED_IDENTITY", values.of(AzureKeys.MANAGED_IDENTITY));
    if (!azure.isEmpty()) {
      put(azure, "CLOUD", Optional.of(word(values.of(AzureKeys.CLOUD))));
      put(azure, "TENANTS", Optional.of(String.join(",", values.of(AzureKeys.TENANTS))));
      put(
          azure,
          "ASK_WHOSE_SUBSCRIPTION",
          Optional.of(values.of(AzureKeys.ASK_WHOSE_SUBSCRIPTION)));
      put(azure, "GRACE", Optional.of(values.of(AzureKeys.GRACE)));
    }
    return Map.copyOf(azure);
  }

  private static void put(Map<String, String> azure, String name, Optional<?> value) {
    value.ifPresent(one -> azure.put("RINGFENCE_AZURE_" + name, one.toString()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
