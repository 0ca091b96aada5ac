package org.ringfence.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the site holds on the platforms of others, and how they can be asked about it. */
final class TenantOptions {
  @Option(
      names = "--inventory",
      paramLabel = "FILE",
      description = {
        "What you hold on other platforms: comma-separated values with the columns scheme and"
            + " identifier, as in azure-subscription,7c1f0a52-…; also mailing-list and domain."
      })
  @Nullable Path inventory;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "The ledger of your own alerts, which `ringfence webhook` keeps.")
  @Nullable Path ledger;

  @Option(
      names = "--sns-topic",
      paramLabel = "ARN",
      description = "A topic of yours on Amazon SNS whose copies are in the ledger. Repeatable.")
  List<String> snsTopics = new ArrayList<>();

  @Option(
      names = "--azure",
      description = {
        "Ask Azure about its alerts, signed in as the variables RINGFENCE_AZURE_... say. Each of"
            + " the options below stands in for one of them, and implies this one."
      })
  boolean azure;

  @Option(
      names = "--azure-tenant",
      paramLabel = "GUID",
      description = "Your Entra tenant. RINGFENCE_AZURE_TENANT_ID.")
  @Nullable String azureTenant;

  @Option(
      names = "--azure-client",
      paramLabel = "GUID",
      description = {
        "The application to ask as; it needs the role Monitoring Reader.",
        "RINGFENCE_AZURE_CLIENT_ID."
      })
  @Nullable String azureClient;

  @Option(
      names = "--azure-secret-file",
      paramLabel = "FILE",
      description = {
        "A file with its client secret. RINGFENCE_AZURE_CLIENT_SECRET_FILE; the secret itself may"
            + " be in RINGFENCE_AZURE_CLIENT_SECRET, and never on a command line."
      })
  @Nullable Path azureSecretFile;

  @Option(
      names = "--azure-certificate",
      paramLabel = "FILE",
      description = {
        "Its private key and certificate instead, as PEM or PKCS #12.",
        "RINGFENCE_AZURE_CERTIFICATE_FILE."
      })
  @Nullable Path azureCertificate;

  @Option(
      names = "--azure-managed-identity",
      paramLabel = "system|GUID",
      description = {
        "Ask as the identity that Azure gave this machine. RINGFENCE_AZURE_MANAGED_IDENTITY."
      })
  @Nullable String azureManagedIdentity;

  @Option(
      names = "--azure-cloud",
      paramLabel = "public|us-government|china",
      description = "Which Azure. Default: public. RINGFENCE_AZURE_CLOUD.")
  @Nullable String azureCloud;

  /** What a file of settings says about Azure, in the words of the same variables. */
  Map<String, String> azureSettings = Map.of();

  /** Whether Azure is asked. Variables alone ask nobody: they may be there for another program. */
  boolean asksAzure() {
    return azure || !azureVariables().isEmpty();
  }

  /** The options about Azure that were given, as the variables that they stand in for. */
  Map<String, String> azureVariables() {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put("TENANT_ID", azureTenant);
    given.put("CLIENT_ID", azureClient);
    given.put("CLIENT_SECRET_FILE", azureSecretFile);
    given.put("CERTIFICATE_FILE", azureCertificate);
    given.put("MANAGED_IDENTITY", azureManagedIdentity);
    given.put("CLOUD", azureCloud);
    Map<String, String> variables = new LinkedHashMap<>(azureSettings);
    given.forEach(
        (name, value) -> {
          if (value != null) {
            variables.put("RINGFENCE_AZURE_" + name, value.toString());
          }
        });
    return variables;
  }
}
