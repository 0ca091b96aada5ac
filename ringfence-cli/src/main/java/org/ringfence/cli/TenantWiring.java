package org.ringfence.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringfence.assessment.tenant.PlatformRecords;
import org.ringfence.cli.show.VisibleText;
import org.ringfence.connector.azure.AzureEnvironment;
import org.ringfence.connector.azure.AzureMonitorRecords;
import org.ringfence.connector.azure.AzureSettings;
import org.ringfence.connector.azure.Credential;
import org.ringfence.connector.azure.TokenSource;
import org.ringfence.connector.sns.SnsRecords;
import org.ringfence.connector.sns.TopicArn;
import org.ringfence.knowledge.PlatformProfile;
import org.ringfence.ledger.AlertLedger;
import org.ringfence.site.InventoryFile;
import org.ringfence.store.Store;
import org.ringfence.store.StoreSettings;

/**
 * The part of {@link Wiring} that fits the site's inventory and the platforms' records together.
 */
final class TenantWiring {
  private final TenantOptions options;
  private final Console console;

  TenantWiring(TenantOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /**
   * The inventory; what is doubtful in it is said on standard error.
   *
   * @throws CommandFailure where it cannot be read
   */
  InventoryFile inventory(List<PlatformProfile> profiles) {
    Path file = options.inventory;
    if (file == null) {
      return InventoryFile.none();
    }
    try {
      InventoryFile read = InventoryFile.read(file.toString(), text(file), profiles);
      read.warnings().forEach(warning -> console.err().println(VisibleText.line(warning)));
      return read;
    } catch (InventoryFile.WrongInventory wrong) {
      throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /**
   * The records that can be asked; none where nothing was configured.
   *
   * @throws CommandFailure where the options contradict each other or a file cannot be read
   */
  List<PlatformRecords> records() {
    return options.ledger == null
        ? records(AlertLedger.EMPTY, false)
        : records(Store.ledgerOf(new StoreSettings.Sqlite(options.ledger)), true);
  }

  /**
   * The same, with a ledger that is open already; the one that was named stands over it.
   *
   * @throws CommandFailure where the options contradict each other or a file cannot be read
   */
  List<PlatformRecords> records(AlertLedger open) {
    return options.ledger == null ? records(open, true) : records();
  }

  private List<PlatformRecords> records(AlertLedger ledger, boolean isKept) {
    List<PlatformRecords> records = new ArrayList<>();
    Optional<AzureSettings> azure = azure();
    if (azure.isPresent()) {
      records.add(AzureMonitorRecords.connected(azure.get(), ledger));
    } else if (isKept) {
      records.add(ledgerAlone(ledger));
    }
    if (!options.snsTopics.isEmpty()) {
      records.add(new SnsRecords(ledger, topics(isKept), SnsRecords.Window.standard()));
    }
    return records;
  }

  private Set<TopicArn> topics(boolean isKept) {
    if (!isKept) {
      throw new CommandFailure("--sns-topic: its copies are in the ledger. Give --ledger too.");
    }
    return options.snsTopics.stream()
        .map(
            arn ->
                TopicArn.of(arn)
                    .orElseThrow(
                        () ->
                            new CommandFailure(
                                "--sns-topic "
                                    + arn
                                    + ": this is no topic. Write it as"
                                    + " arn:aws:sns:eu-west-1:123456789012:ops-alerts.")))
        .collect(Collectors.toSet());
  }

  /** Without a credential the ledger can still say yes; it can never say no. */
  private static PlatformRecords ledgerAlone(AlertLedger ledger) {
    Credential nobody = new Credential.ManagedIdentity(Optional.empty());
    return new AzureMonitorRecords(
        AzureSettings.standard(nobody),
        ledger,
        deadline ->
            new TokenSource.Outcome.Refused(
                "Azure itself was not asked; --azure and a way to sign in would have it asked."),
        InstantSource.system(),
        System::nanoTime);
  }

  private Optional<AzureSettings> azure() {
    if (!options.asksAzure()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>(console.environment());
    variables.putAll(options.azureVariables());
    try {
      return Optional.of(
          new AzureEnvironment(variables).settings().orElseThrow(TenantWiring::noCredential));
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static CommandFailure noCredential() {
    return new CommandFailure(
        "To ask Azure, name a credential: --azure-secret-file, --azure-certificate or"
            + " --azure-managed-identity, or the variable RINGFENCE_AZURE_CLIENT_SECRET.");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new CommandFailure(file + ": there is no such file. Check its name.", missing);
    } catch (CharacterCodingException wrong) {
      throw new CommandFailure(file + ": this is not UTF-8 text. Save it as UTF-8.", wrong);
    } catch (IOException unreadable) {
      throw new CommandFailure(
          file + ": this file could not be read. Check its permissions.", unreadable);
    }
  }
}
