package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.connector.azure.FakeAlerts.Alert;
import org.ringfence.connector.azure.FakeAzure;
import org.ringfence.connector.azure.FakeAzure.Service;
import org.ringfence.connector.azure.FakeAzure.Trouble;
import org.ringfence.door.webhook.SharedSecret;
import org.ringfence.door.webhook.WebhookServer;
import org.ringfence.door.webhook.WebhookSettings;
import org.ringfence.door.webhook.azure.AzureCallers;
import org.ringfence.door.webhook.azure.AzureReceiver;
import org.ringfence.store.AlertStore;
import org.ringfence.store.StoreSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The site's alert and an attacker's, from the webhook and Azure's interfaces, both over HTTP on
 * this machine, to what {@code verify} and {@code scan} say of their mails.
 *
 * <p>The story plays today: its mails and its alert are dated an hour ago, as Azure forgets alerts
 * after 30 days.
 */
final class AzureStoryTest {
  private static final Path CASES =
      Shell.ROOT.resolve("ringfence-cli/src/test/resources/cases/azure-story");
  private static final String OURS = "7c1f0a52-3e0b-4c0e-9f6d-2b8f5d1e4a90";
  private static final String SECRET = "an-address-that-nobody-guesses";

  private final Instant fired = Instant.now().minusSeconds(3_600);
  private final FakeAzure azure = FakeAzure.start();
  @TempDir private Path folder;

  @BeforeEach
  void azureKnowsOurAlerts() throws IOException {
    azure
        .alerts()
        .add(
            new Alert(
                OURS,
                "3b9f6a20-5d1c-4e7f-9a38-c2d4e6f80a11",
                "queue stands still",
                "The queue has not moved for an hour. On-call: +1 (212) 555-0187."))
        .add(
            new Alert(
                OURS,
                "5c0d9e8f-7a6b-4c5d-8e9f-0a1b2c3d4e5f",
                "Payment Completion Notice",
                descriptionOf("lure-of-a-rule-in-our-own-taken-subscription.eml")));
  }

  @AfterEach
  void stop() {
    azure.close();
  }

  @Test
  void ourAlert_arrivesByWebhookAndItsMailIsConfirmedAndClear() throws Exception {
    webhookReceivesOurAlert();

    JsonNode said = verify(0, "our-alert-with-its-on-call-number.eml");

    assertThat(said.path("standing").asString()).isEqualTo("confirmed-ours");
    assertThat(said.path("verdict").asString()).isEqualTo("clear");
    assertThat(texts(said.path("same"))).containsExactly("description", "rule-name");
    assertThat(texts(said.path("steps"))).anyMatch(step -> step.contains("The ledger of your own"));
    assertThat(azure.requests(Service.GRAPH)).as("the ledger is enough").isEmpty();
  }

  @Test
  void ourAlertThatTheWebhookMissed_isConfirmedByAzureItself() throws Exception {
    webhookReceivesOurAlert();

    JsonNode said = verify(0, "our-alert-that-the-webhook-missed.eml");

    assertThat(said.path("standing").asString()).isEqualTo("confirmed-ours");
    assertThat(said.path("verdict").asString()).isEqualTo("clear");
    assertThat(azure.requests(Service.GRAPH)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attackers-alert.eml",
        "attackers-alert-with-our-guid-in-its-description.eml",
        "attackers-alert-with-our-guid-in-its-rule-name.eml"
      })
  void attackersAlert_isNotOursWhateverItsWordsSay(String mail) throws Exception {
    webhookReceivesOurAlert();

    JsonNode said = verify(1, mail);

    assertThat(said.path("standing").asString()).isEqualTo("not-ours");
    assertThat(said.path("verdict").asString()).isEqualTo("callback-phishing");
    assertThat(said.path("reason").asString())
        .contains("b4d3c2a1-5f6e-4d7c-8b9a-0c1d2e3f4a5b, which is none of the 2")
        .contains("Genuine links and passing authentication only show that Microsoft's servers")
        .contains("whoever writes the alert rule there, and that is not you");
    assertThat(azure.requests(Service.GRAPH)).as("Azure was not bothered").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "our-alert-with-a-changed-description.eml",
        "our-alert-with-words-added-to-its-description.eml"
      })
  void changedDescription_differs(String mail) throws Exception {
    webhookReceivesOurAlert();

    JsonNode said = verify(1, mail);

    assertThat(said.path("standing").asString()).isEqualTo("ours-text-differs");
    assertThat(texts(said.path("different"))).containsExactly("description");
    assertThat(texts(said.path("same"))).containsExactly("rule-name");
  }

  @Test
  void alertThatOurSubscriptionNeverHad_isNotFound() throws Exception {
    webhookReceivesOurAlert();

    JsonNode said = verify(1, "alert-that-our-subscription-never-had.eml");

    assertThat(said.path("standing").asString()).isEqualTo("not-found");
    assertThat(said.path("reason").asString()).contains("404");
  }

  @Test
  void azureDown_isUnknownAndTheWordsAreJudgedAllTheSame() throws Exception {
    webhookReceivesOurAlert();
    down(Service.GRAPH);
    down(Service.MANAGER);

    JsonNode said = verify(3, "lure-of-a-rule-in-our-own-taken-subscription.eml");

    assertThat(said.path("standing").asString()).isEqualTo("unknown");
    assertThat(said.path("reason").asString())
        .startsWith("Whether it is yours could not be told, as Microsoft's records gave no answer")
        .contains("503");
    assertThat(said.path("verdict").asString()).isEqualTo("callback-phishing");
  }

  @Test
  void confirmedAlertOfATakenSubscription_isStillALure() throws Exception {
    JsonNode said = verify(0, "lure-of-a-rule-in-our-own-taken-subscription.eml");

    assertThat(said.path("standing").asString()).isEqualTo("confirmed-ours");
    assertThat(said.path("verdict").asString()).isEqualTo("callback-phishing");
  }

  @Test
  void scan_saysWhoWroteTheWords() throws Exception {
    Shell.Ran ran = run("scan", "attackers-alert.eml");

    assertThat(ran.code()).isEqualTo(ExitCodes.FOUND);
    assertThat(ran.out()).contains("A customer of Microsoft that is not you wrote these ");
  }

  @Test
  void checkForPeople_showsEveryStepAndTheSafeWay() throws Exception {
    webhookReceivesOurAlert();

    Shell.Ran ran = run("verify", "our-alert-with-its-on-call-number.eml");

    assertThat(ran.out())
        .contains("our-alert-with-its-on-call-number.eml: confirmed ours")
        .contains("Checkout answers with errors. On-call: +1 (212) 555-0187")
        .contains("(whoever writes the alert rule)")
        .contains("1. The platform's own words name azure-subscription " + OURS)
        .contains("2. azure-subscription " + OURS + " is one of the 2 in the inventory.")
        .contains("The records hold the words in description and rule-name.")
        .contains("type https://portal.azure.com yourself")
        .contains("Use no link and no number of the mail.");
  }

  @Test
  void variablesAlone_askNobody() throws Exception {
    Shell.Ran ran =
        Shell.run(
            environment(),
            "verify",
            ofToday("our-alert-that-the-webhook-missed.eml").toString(),
            "--inventory",
            CASES.resolve("inventory.csv").toString());

    assertThat(ran.code()).isEqualTo(3);
    assertThat(azure.requests(Service.ENTRA)).isEmpty();
  }

  private void down(Service service) {
    Trouble[] many = new Trouble[20];
    Arrays.fill(many, new Trouble.Status(503));
    azure.next(service, many);
  }

  /** As Azure Monitor delivers it: over HTTP, to the address with the secret. */
  private void webhookReceivesOurAlert() throws IOException, InterruptedException {
    String body =
        Files.readString(CASES.resolve("our-alert-as-the-webhook-gets-it.json"))
            .replace("2026-11-03T09:14:27.3713213Z", fired.toString());
    try (AlertStore recorder =
            new AlertStore(
                new StoreSettings.Sqlite(ledger()), AlertStore.RETENTION, InstantSource.system());
        WebhookServer server =
            new WebhookServer(
                WebhookSettings.at("127.0.0.1", 0),
                Map.of(
                    "/webhook/azure",
                    new AzureReceiver(
                        new AzureCallers(Optional.empty(), Optional.of(new SharedSecret(SECRET))),
                        recorder,
                        InstantSource.system())))) {
      HttpRequest delivery =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:" + server.start() + "/webhook/azure?secret=" + SECRET))
              .header("Content-Type", "application/json; charset=utf-8")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        assertThat(client.send(delivery, HttpResponse.BodyHandlers.ofString()).statusCode())
            .isEqualTo(200);
      }
    }
  }

  private Path ledger() {
    return folder.resolve("ledger.sqlite");
  }

  private JsonNode verify(int code, String mail) throws IOException {
    Shell.Ran ran = run("verify", mail, "--format", "json");
    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(code);
    return JsonMapper.builder().build().readTree(ran.out());
  }

  private Shell.Ran run(String command, String mail, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                ofToday(mail).toString(),
                "--ocr",
                "off",
                "--inventory",
                CASES.resolve("inventory.csv").toString(),
                "--azure"));
    if (Files.exists(ledger())) {
      arguments.addAll(List.of("--ledger", ledger().toString()));
    }
    arguments.addAll(List.of(more));
    return Shell.run(environment(), arguments.toArray(String[]::new));
  }

  private Map<String, String> environment() {
    String address = azure.address().toString();
    return Map.of(
        "RINGFENCE_AZURE_TENANT_ID", FakeAzure.TENANT,
        "RINGFENCE_AZURE_CLIENT_ID", FakeAzure.CLIENT,
        "RINGFENCE_AZURE_CLIENT_SECRET", FakeAzure.SECRET,
        "RINGFENCE_AZURE_LOGIN", address,
        "RINGFENCE_AZURE_MANAGEMENT", address);
  }

  private Path ofToday(String mail) throws IOException {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(fired.atOffset(ZoneOffset.UTC));
    Path dated = folder.resolve(mail);
    Files.writeString(
        dated,
        Files.readString(CASES.resolve(mail))
            .replace("Date: Tue, 3 Nov 2026 09:14:33 +0000", "Date: " + date));
    return dated;
  }

  /** The words between the cells, as Azure's own record has them. */
  private static String descriptionOf(String mail) throws IOException {
    String before = "<td>Description</td><td>";
    String text = Files.readString(CASES.resolve(mail));
    int from = text.indexOf(before) + before.length();
    return text.substring(from, text.indexOf("</td>", from));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asString()));
    return texts;
  }
}
