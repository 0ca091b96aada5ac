package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.ringfence.connector.sns.TopicArn;
import org.ringfence.door.webhook.Receiver;
import org.ringfence.door.webhook.SharedSecret;
import org.ringfence.door.webhook.WebhookSettings;
import org.ringfence.door.webhook.azure.AzureCallers;
import org.ringfence.door.webhook.azure.AzureReceiver;
import org.ringfence.door.webhook.azure.EntraSettings;
import org.ringfence.door.webhook.azure.EntraToken;
import org.ringfence.door.webhook.sns.HttpDownload;
import org.ringfence.door.webhook.sns.SnsReceiver;
import org.ringfence.door.webhook.sns.SnsSettings;
import org.ringfence.ledger.AlertRecorder;
import org.ringfence.ledger.LedgerFailure;
import org.ringfence.store.AlertStore;
import org.ringfence.store.StoreSettings;

/** Fits the webhook server together from the options of its command. */
final class WebhookWiring {
  private static final Duration FETCH = Duration.ofSeconds(5);
  private static final InstantSource CLOCK = InstantSource.system();

  private final WebhookOptions options;
  private final Console console;

  WebhookWiring(WebhookOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /** Where to listen. */
  WebhookSettings settings() {
    int colon = options.listen.lastIndexOf(':');
    try {
      String host = options.listen.substring(0, Math.max(0, colon));
      int port = Integer.parseInt(options.listen.substring(colon + 1));
      if (!host.isEmpty()) {
        return WebhookSettings.at(host, port);
      }
    } catch (IllegalArgumentException wrong) {
      // Said below.
    }
    throw new CommandFailure("--listen takes HOST:PORT, such as 127.0.0.1:8025.");
  }

  /** The file of the ledger. */
  StoreSettings.Sqlite ledger() {
    Path home = Path.of(console.variable("HOME", "."), ".local", "state");
    Path state = Path.of(console.variable("XDG_STATE_HOME", home.toString()));
    return new StoreSettings.Sqlite(
        options.ledger != null ? options.ledger : state.resolve("ringfence/alerts.db"));
  }

  /** Opens the ledger for writing. */
  AlertStore recorder() {
    if (options.days < 1) {
      throw new CommandFailure("--keep takes a number of days, one or more.");
    }
    try {
      return new AlertStore(ledger(), Duration.ofDays(options.days), CLOCK);
    } catch (LedgerFailure failure) {
      throw new CommandFailure(String.valueOf(failure.getMessage()), failure);
    }
  }

  /** Makes sure that there is something to receive, before anything is opened. */
  void check() {
    receivers(_ -> false);
  }

  /** The receivers that are configured, by path. */
  Map<String, Receiver> receivers(AlertRecorder recorder) {
    Map<String, Receiver> receivers = new HashMap<>();
    Optional<EntraToken> token = token();
    Optional<SharedSecret> secret = secret();
    if (token.isPresent() || secret.isPresent()) {
      receivers.put(
          "/webhook/azure", new AzureReceiver(new AzureCallers(token, secret), recorder, CLOCK));
    }
    if (!options.snsTopics.isEmpty()) {
      SnsSettings settings = SnsSettings.of(topics());
      receivers.put("/webhook/sns", new SnsReceiver(settings, outside(), recorder, CLOCK));
    }
    if (receivers.isEmpty()) {
      throw new CommandFailure(
          "Nothing says whose alerts to believe. Give --azure-tenant and --azure-audience, or"
              + " --secret-file, or --sns-topic; `ringfence help webhook` tells more.");
    }
    return receivers;
  }

  private Optional<EntraToken> token() {
    if (options.azureTenant == null && options.azureAudiences.isEmpty()) {
      return Optional.empty();
    }
    if (options.azureTenant == null || options.azureAudiences.isEmpty()) {
      throw new CommandFailure("--azure-tenant and --azure-audience need each other.");
    }
    try {
      EntraSettings settings =
          EntraSettings.of(options.azureTenant, new HashSet<>(options.azureAudiences));
      return Optional.of(
          new EntraToken(
              options.azureKeys == null ? settings : settings.withKeys(options.azureKeys), CLOCK));
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private Optional<SharedSecret> secret() {
    @Nullable Path file = options.secretFile;
    if (file == null) {
      return written(options.secret);
    }
    try {
      return Optional.of(new SharedSecret(Files.readString(file).strip()));
    } catch (IOException failure) {
      throw new CommandFailure(file + ": this file could not be read.", failure);
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure(file + ": " + wrong.getMessage(), wrong);
    }
  }

  private static Optional<SharedSecret> written(@Nullable String secret) {
    try {
      return Optional.ofNullable(secret).map(SharedSecret::new);
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure("doors.webhook.secret: " + wrong.getMessage(), wrong);
    }
  }

  private Set<TopicArn> topics() {
    return options.snsTopics.stream()
        .map(
            text ->
                TopicArn.of(text)
                    .orElseThrow(
                        () ->
                            new CommandFailure(
                                "--sns-topic: "
                                    + text
                                    + " is no topic; one looks like"
                                    + " arn:aws:sns:eu-west-1:123456789012:alarms.")))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static SnsReceiver.Outside outside() {
    return new SnsReceiver.Outside(new HttpDownload(FETCH), authorities());
  }

  /** The authorities that this Java trusts. */
  private static Set<TrustAnchor> authorities() {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init((@Nullable KeyStore) null);
      return Arrays.stream(trust.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
          .map(certificate -> new TrustAnchor(certificate, null))
          .collect(Collectors.toUnmodifiableSet());
    } catch (GeneralSecurityException failure) {
      throw new CommandFailure("The trust store of this Java could not be read.", failure);
    }
  }
}
