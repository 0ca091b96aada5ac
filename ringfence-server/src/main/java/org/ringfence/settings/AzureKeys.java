package org.ringfence.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the platforms are asked whose notification a mail is. */
public final class AzureKeys {
  static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  public static final Key<Optional<String>> TENANT =
      Key.of(
          "azure.tenant",
          Forms.maybe(Forms.text("a GUID", GUID)),
          Optional.empty(),
          "Your Entra tenant.");
  public static final Key<Optional<String>> CLIENT =
      Key.of(
          "azure.client",
          Forms.maybe(Forms.text("a GUID", GUID)),
          Optional.empty(),
          "The application to ask as; it needs the role Monitoring Reader.");
  public static final Key<Optional<Secret>> SECRET =
      Key.of("azure.secret", Forms.secret(), Optional.empty(), "Its client secret.");
  public static final Key<Optional<Path>> CERTIFICATE =
      Key.of(
          "azure.certificate",
          Forms.maybe(Forms.file()),
          Optional.empty(),
          "Its private key and certificate instead, as PEM or PKCS #12.");
  public static final Key<Optional<Secret>> CERTIFICATE_PASSWORD =
      Key.of(
          "azure.certificate-password",
          Forms.secret(),
          Optional.empty(),
          "The password of that file.");
  public static final Key<Optional<String>> MANAGED_IDENTITY =
      Key.of(
          "azure.managed-identity",
          Forms.maybe(Forms.text("system or a GUID", "system|" + GUID)),
          Optional.empty(),
          "Ask as the identity that Azure gave this machine.");
  public static final Key<Cloud> CLOUD =
      Key.of("azure.cloud", Forms.choice(Cloud.class), Cloud.PUBLIC, "Which Azure.");
  public static final Key<List<String>> TENANTS =
      Key.of(
          "azure.tenants",
          Forms.list(Forms.text("a GUID", GUID)),
          List.of(),
          "Further Entra tenants that are yours.");
  public static final Key<Boolean> ASK_WHOSE_SUBSCRIPTION =
      Key.of(
          "azure.ask-whose-subscription",
          Forms.truth(),
          false,
          "Whether Azure may be asked, without a credential, which tenant a subscription belongs"
              + " to. The question tells Microsoft which subscription you look at.");
  public static final Key<Duration> GRACE =
      Key.of(
          "azure.grace",
          Forms.time(Duration.ZERO, Duration.ofMinutes(5)),
          Duration.ofSeconds(20),
          "How long after a mail was sent its webhook copy is waited for; at most half the time"
              + " that is left.");
  public static final Key<List<String>> TOPICS =
      Key.of(
          "sns.topics",
          Forms.list(
              Forms.text(
                  "a topic, such as arn:aws:sns:eu-west-1:123456789012:alarms",
                  "arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:\\S+")),
          List.of(),
          "Your topics on Amazon SNS: their copies are received by the webhook door and looked for"
              + " in the ledger.");

  /** The instances of Azure. */
  public enum Cloud {
    PUBLIC,
    US_GOVERNMENT,
    CHINA
  }

  private AzureKeys() {}

  static Stream<Key<?>> all() {
    return Stream.of(
        TENANT,
        CLIENT,
        SECRET,
        CERTIFICATE,
        CERTIFICATE_PASSWORD,
        MANAGED_IDENTITY,
        CLOUD,
        TENANTS,
        ASK_WHOSE_SUBSCRIPTION,
        GRACE,
        TOPICS);
  }
}
