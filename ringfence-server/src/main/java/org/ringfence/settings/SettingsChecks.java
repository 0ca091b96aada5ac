package org.ringfence.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What no single setting shows: values that cannot stand beside each other. */
final class SettingsChecks {
  private final Values values;

  private SettingsChecks(Values values) {
    this.values = values;
  }

  static void check(Values values) {
    SettingsChecks checks = new SettingsChecks(values);
    checks.authentication();
    checks.rules();
    checks.nextHop();
    checks.doors();
    checks.http();
    checks.tls(Keys.SMTP);
    checks.tls(Keys.HTTP);
    checks.webhook();
    checks.store();
    checks.azure();
  }

  private void authentication() {
    Settings.Source source = values.of(Keys.AUTHENTICATION);
    boolean namesNobody = values.of(Keys.AUTHSERV_IDS).isEmpty();
    boolean ownNone = values.of(Keys.OWN_RECEIVED).equals(Optional.of(0));
    if (source == Settings.Source.HEADER && (namesNobody || ownNone)) {
      values.error(
          Keys.AUTHENTICATION,
          "header believes relays of yours alone, and none is named",
          "name them with authserv-ids (--authserv-id), and let own-received (--own-received) be at"
              + " least 1");
    }
    if (source != Settings.Source.DNS) {
      onlyWithDns(Keys.ZONE, values.of(Keys.ZONE).isPresent());
      onlyWithDns(Keys.RESOLVERS, !values.of(Keys.RESOLVERS).isEmpty());
    }
    if (values.of(Keys.ZONE).isPresent() && !values.of(Keys.RESOLVERS).isEmpty()) {
      values.error(
          Keys.RESOLVERS, "a zone file stands in for all resolvers", "take one of the two out");
    }
  }

  private void onlyWithDns(Key<?> key, boolean isSet) {
    if (isSet) {
      values.error(
          key, "the DNS is asked with the source dns alone", "take one of the two settings out");
    }
  }

  private void rules() {
    if (values.of(Keys.POLICY).isPresent() && values.isWritten(Keys.ON_CALLBACK)) {
      values.error(
          Keys.ON_CALLBACK, "the rules of policy say what is done", "take one of the two out");
    }
  }

  private void nextHop() {
    for (DoorKeys door : List.of(Keys.SMTP, Keys.LMTP)) {
      if (values.of(door.address()).isPresent() && values.of(Keys.NEXT_HOP).isEmpty()) {
        values.error(
            door.address(),
            "this door sends mail on, and nobody says where",
            "write next-hop: with address: HOST:PORT");
      }
    }
    if (values.of(Keys.NEXT_HOP).isEmpty()) {
      firstWritten("next-hop")
          .ifPresent(
              written ->
                  values.error(written, "the next hop has no address", "write address: HOST:PORT"));
      if (values.of(Keys.QUARANTINE).equals(Optional.of(Settings.Quarantine.OURS))) {
        values.error(
            Keys.QUARANTINE,
            "what is kept here is released through the next hop, and there is none",
            "write next-hop: with address: HOST:PORT");
      }
    }
    values
        .of(Keys.NEXT_HOP)
        .filter(hop -> isOurs(Keys.SMTP, hop) || isOurs(Keys.LMTP, hop))
        .ifPresent(
            _ ->
                values.error(
                    Keys.NEXT_HOP,
                    "this is a door of Ringfence itself: mail would go round in a circle",
                    "name the mail server's own door behind the filter"));
  }

  private void http() {
    boolean isPlain = values.of(Keys.HTTP.certificate()).isEmpty();
    boolean isOpen =
        values.of(Keys.HTTP.address()).orElse(null) instanceof Address.Tcp address
            && !address.isLoopback();
    if (isPlain && isOpen && !values.of(Keys.PLAIN_ANYWHERE)) {
      values.error(
          Keys.HTTP.address(),
          "tokens would go over the network in the clear",
          "write tls-certificate and tls-key, listen on loopback, or say plain-anywhere: true"
              + " behind a proxy that ends TLS");
    }
  }

  private boolean isOurs(DoorKeys door, Address.Tcp hop) {
    return values.of(door.address()).equals(Optional.of(hop));
  }

  /** Two doors cannot share a place, and one that is set up but has no place was hardly meant. */
  private void doors() {
    List<DoorKeys> doors =
        List.of(Keys.MILTER, Keys.SMTP, Keys.LMTP, Keys.HTTP, Keys.SPAMD, Keys.WEBHOOK);
    for (int i = 0; i < doors.size(); i++) {
      Key<Optional<Address>> key = doors.get(i).address();
      Optional<Address> address = values.of(key);
      boolean isTaken =
          doors.stream()
              .limit(i)
              .anyMatch(other -> address.isPresent() && values.of(other.address()).equals(address));
      if (isTaken && !isAnyPort(address)) {
        values.error(key, "another door listens there already", "give each an address of its own");
      }
      if (address.isEmpty() && !values.isWritten(key)) {
        firstWritten(key.section())
            .ifPresent(
                written ->
                    values.error(
                        written,
                        "this door is closed, as it has no address",
                        "write address: HOST:PORT, or address: off"));
      }
    }
    for (DoorKeys door : List.of(Keys.SMTP, Keys.LMTP, Keys.HTTP, Keys.WEBHOOK)) {
      if (values.of(door.address()).orElse(null) instanceof Address.Unix) {
        values.error(
            door.address(), "this door takes no socket in the file system", "write HOST:PORT");
      }
    }
  }

  private static boolean isAnyPort(Optional<Address> address) {
    return address.orElse(null) instanceof Address.Tcp tcp && tcp.port() == 0;
  }

  private Optional<Key<?>> firstWritten(String section) {
    return Keys.all().stream()
        .filter(key -> key.section().equals(section) && values.isWritten(key))
        .findFirst();
  }

  private void tls(DoorKeys door) {
    pair(door.certificate(), door.privateKey());
    pair(door.privateKey(), door.certificate());
  }

  private void pair(Key<Optional<Path>> one, Key<Optional<Path>> other) {
    if (values.of(one).isPresent() && values.of(other).isEmpty()) {
      values.error(one, "a certificate and its key need each other", "write " + other.name() + ":");
    }
  }

  private void webhook() {
    boolean hasTenant = values.of(Keys.WEBHOOK_TENANT).isPresent();
    boolean hasAudience = !values.of(Keys.WEBHOOK_AUDIENCES).isEmpty();
    if (hasTenant != hasAudience) {
      values.error(
          hasTenant ? Keys.WEBHOOK_TENANT : Keys.WEBHOOK_AUDIENCES,
          "azure-tenant and azure-audiences need each other",
          "write both, or use secret");
    }
    boolean believesSomebody =
        hasTenant
            || values.of(Keys.WEBHOOK_SECRET).isPresent()
            || !values.of(AzureKeys.TOPICS).isEmpty();
    if (values.of(Keys.WEBHOOK.address()).isPresent() && !believesSomebody) {
      values.error(
          Keys.WEBHOOK.address(),
          "nothing says whose alerts to believe",
          "write azure-tenant and azure-audiences, or secret, or sns: with topics:");
    }
  }

  private void store() {
    if (values.of(Keys.POSTGRESQL).isPresent()) {
      if (values.of(Keys.STORE_PATH).isPresent()) {
        values.error(Keys.STORE_PATH, "PostgreSQL stands in the place of the file", "take one out");
      }
    } else {
      firstWritten("store.postgresql")
          .ifPresent(
              written ->
                  values.error(
                      written, "the data base has no address", "write address: HOST:PORT"));
    }
  }

  private void azure() {
    List<Key<?>> credentials =
        Stream.<Key<? extends Optional<?>>>of(
                AzureKeys.SECRET, AzureKeys.CERTIFICATE, AzureKeys.MANAGED_IDENTITY)
            .filter(key -> values.of(key).isPresent())
            .<Key<?>>map(key -> key)
            .toList();
    if (credentials.size() > 1) {
      values.error(credentials.get(1), "one way to sign in to Azure is enough", "keep one of them");
    }
    if (credentials.isEmpty()) {
      firstWritten("azure")
          .ifPresent(
              written ->
                  values.error(
                      written,
                      "Azure is not asked without a way to sign in",
                      "write secret, certificate or managed-identity"));
    } else if (!credentials.contains(AzureKeys.MANAGED_IDENTITY)) {
      needs(credentials.getFirst(), AzureKeys.TENANT);
      needs(credentials.getFirst(), AzureKeys.CLIENT);
    }
  }

  private void needs(Key<?> credential, Key<Optional<String>> other) {
    if (values.of(other).isEmpty()) {
      values.error(
          credential, "this needs " + other.path() + " too", "write " + other.name() + ":");
    }
  }
}
