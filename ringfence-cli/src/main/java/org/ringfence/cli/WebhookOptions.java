package org.ringfence.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringfence.settings.Address;
import org.ringfence.settings.Secret;
import org.ringfence.settings.Settings;
import picocli.CommandLine.Option;

/** The options of {@code webhook}: where it listens, what it keeps, whom it believes. */
final class WebhookOptions {
  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8025",
      description = "Where to listen, over plain HTTP. Default: 127.0.0.1:8025.")
  String listen = "127.0.0.1:8025";

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = {
        "The ledger, made where it is missing.",
        "Default: ringfence/alerts.db under XDG_STATE_HOME, else under ~/.local/state."
      })
  @Nullable Path ledger;

  @Option(
      names = "--keep",
      paramLabel = "DAYS",
      defaultValue = "90",
      description = "How long alerts are kept. Default: 90 days.")
  int days = 90;

  @Option(
      names = "--azure-tenant",
      paramLabel = "GUID",
      description = "Your Entra tenant, for a secure webhook (with --azure-audience).")
  @Nullable String azureTenant;

  @Option(
      names = "--azure-audience",
      paramLabel = "ID",
      description =
          "The application ID, or its URI, of your own application for the secure webhook."
              + " Repeatable.")
  List<String> azureAudiences = new ArrayList<>();

  @Option(
      names = "--azure-jwks-url",
      paramLabel = "URL",
      description = {
        "Where the tenant publishes its signing keys.",
        "Default: that of the tenant at login.microsoftonline.com."
      })
  @Nullable URI azureKeys;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description =
          "A file with the secret that Azure's plain webhook carries as the last step of its path,"
              + " or as ?secret=. At least 16 characters.")
  @Nullable Path secretFile;

  @Option(
      names = "--sns-topic",
      paramLabel = "ARN",
      description = "A topic of yours on Amazon SNS that delivers here. Repeatable.")
  List<String> snsTopics = new ArrayList<>();

  /** A secret that a file of settings gives, in the place of a file with it. */
  @Nullable String secret;

  /** What a file of settings says. */
  static WebhookOptions of(Settings settings) {
    Settings.Webhook webhook = settings.doors().webhook();
    WebhookOptions options = new WebhookOptions();
    options.listen = webhook.address().map(Address.Tcp::toString).orElse(options.listen);
    options.azureTenant = webhook.azureTenant().orElse(null);
    options.azureAudiences = webhook.azureAudiences();
    options.azureKeys = webhook.azureKeys().orElse(null);
    options.secret = webhook.secret().map(Secret::reveal).orElse(null);
    options.snsTopics = settings.platforms().topics();
    return options;
  }
}
