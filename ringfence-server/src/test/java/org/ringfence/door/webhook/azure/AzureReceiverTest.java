package org.ringfence.door.webhook.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringfence.door.webhook.CallerCheck;
import org.ringfence.door.webhook.Client;
import org.ringfence.door.webhook.Client.Answer;
import org.ringfence.door.webhook.Delivery;
import org.ringfence.door.webhook.Door;
import org.ringfence.door.webhook.SharedSecret;
import org.ringfence.ledger.LedgerEntry;
import org.ringfence.mail.Octets;
import org.ringfence.store.AlertStore;
import org.ringfence.store.StoreSettings;

final class AzureReceiverTest {
  private static final Path CASES =
      Path.of(System.getProperty("ringfence.root"))
          .resolve("ringfence-server/src/test/resources/cases/webhook/azure");
  private static final String PATH = "/webhook/azure";
  private static final String SECRET = "a-secret-of-our-tests";
  private static final InstantSource CLOCK = InstantSource.fixed(Door.NOW);
  private static final String FIRED = "platform-metric-fired";
  private static final String FIRED_KEY = "a1b2c3d4-0001-4aaa-8bbb-000000000001";

  private final Path folder;

  AzureReceiverTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String read(String name) throws IOException {
    return Files.readString(CASES.resolve(name + ".json"));
  }

  private Door door(CallerCheck callers) {
    return new Door(folder, PATH, recorder -> new AzureReceiver(callers, recorder, CLOCK));
  }

  private static CallerCheck secret() {
    return new AzureCallers(Optional.empty(), Optional.of(new SharedSecret(SECRET)));
  }

  private static List<LedgerEntry> find(Door door, String key) {
    return door.ledger().find(AzureReceiver.PLATFORM, key);
  }

  /** Every monitoring service sends the common schema in its own way. */
  @Nested
  final class Payload {
    private final Door door = door(secret());

    @AfterEach
    void close() {
      door.close();
    }

    private Answer deliver(String name) throws IOException, InterruptedException {
      return Client.post(door.port(), PATH + "/" + SECRET, "", read(name));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        nullValues = "-",
        textBlock =
            """
            platform-metric-fired | a1b2c3d4-0001-4aaa-8bbb-000000000001 | web cpu high | CPU of the web tier is high. On call: +1 (808) 555-0142. | -
            platform-metric-resolved | a1b2c3d4-0001-4aaa-8bbb-000000000001 | web cpu high | CPU of the web tier is high. On call: +1 (808) 555-0142. | -
            platform-dynamic-threshold | 0000a101-7a2b-4c3d-8e4f-5a6b7c8d9e0f | egress unusual | Egress left its usual band. | -
            platform-availability-test | 0000a102-7a2b-4c3d-8e4f-5a6b7c8d9e0f | shop front reachable | The shop front did not answer from two places. | -
            log-analytics | 0000a103-7a2b-4c3d-8e4f-5a6b7c8d9e0f | disk of the database | Less than a tenth of the disk is free. | -
            application-insights | 0000a104-7a2b-4c3d-8e4f-5a6b7c8d9e0f | requests that fail | More than fifty requests failed. | -
            log-alerts-v2 | 0000a105-7a2b-4c3d-8e4f-5a6b7c8d9e0f | heartbeat missing | A host has not reported for ten minutes. | -
            simple-log-alert | 0000a106-7a2b-4c3d-8e4f-5a6b7c8d9e0f | sign-in by break-glass account | The break-glass account was used. | -
            activity-log-administrative | 0000a107-7a2b-4c3d-8e4f-5a6b7c8d9e0f | virtual machine restarted | Somebody restarted a virtual machine. | -
            activity-log-policy | 0000a108-7a2b-4c3d-8e4f-5a6b7c8d9e0f | policy audit | A resource does not comply. | -
            activity-log-autoscale | 0000a109-7a2b-4c3d-8e4f-5a6b7c8d9e0f | scale set grew | The scale set has one machine more. | -
            activity-log-security | 0000a10a-7a2b-4c3d-8e4f-5a6b7c8d9e0f | defender finding | Defender found something on a machine. | -
            activity-log-recommendation | 0000a10b-7a2b-4c3d-8e4f-5a6b7c8d9e0f | advisor | Advisor has a hint. | -
            service-health | 5c1f9a0be7d246835c1f9a0be7d246835c1f9a0be7d246835c1f9a0be7d24683 | health of the platform | The platform has a planned maintenance. | -
            resource-health | abcdef01-7a2b-4c3d-8e4f-5a6b7c8d9e0f | machine unavailable | The machine is not available. | -
            smart-detector | 0000a10c-7a2b-4c3d-8e4f-5a6b7c8d9e0f | failure anomalies - lantern | Failure Anomalies notifies you of an unusual rise in the rate of failed requests. | -
            cost-alerts | 0000beef-7a2b-4c3d-8e4f-5a6b7c8d9e0f | - | Your spend for budget team-lantern-monthly is now $45.20 exceeding your specified threshold $25.00. | team-lantern-monthly
            prometheus | 0000a10e-7a2b-4c3d-8e4f-5a6b7c8d9e0f | PodRestartsOften | A pod has restarted often. | -
            """)
    void ofEachService_isRecorded(
        String name, String key, @Nullable String rule, String description, @Nullable String budget)
        throws IOException, InterruptedException {
      Map<String, String> texts = new TreeMap<>(Map.of("description", description));
      Optional.ofNullable(rule).ifPresent(text -> texts.put("rule-name", text));
      Optional.ofNullable(budget).ifPresent(text -> texts.put("budget-name", text));

      assertThat(deliver(name).status()).isEqualTo(200);

      assertThat(find(door, key))
          .containsExactly(new LedgerEntry(AzureReceiver.PLATFORM, key, texts, Door.NOW));
    }

    @Test
    void everyFile_isInTheTable() throws IOException {
      try (Stream<Path> files = Files.list(CASES)) {
        assertThat(files.filter(Files::isRegularFile)).hasSize(18);
      }
    }

    @Test
    void firedAndResolved_areTwoCopiesOfOneAlert() throws IOException, InterruptedException {
      deliver(FIRED);
      deliver("platform-metric-resolved");
      assertThat(find(door, FIRED_KEY)).hasSize(2);
    }

    @Test
    void repetition_isAcceptedAndKeptOnce() throws IOException, InterruptedException {
      assertThat(deliver(FIRED)).isEqualTo(deliver(FIRED));
      assertThat(find(door, FIRED_KEY)).hasSize(1);
    }

    @Test
    void restart_keepsWhatWasAccepted() throws IOException, InterruptedException {
      deliver(FIRED);
      door.close();
      try (Door again = door(secret())) {
        assertThat(find(again, FIRED_KEY)).hasSize(1);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "old-metric-schema-is-not-the-common-one, Enable the common alert schema",
      "old-log-schema-without-schema-id, Enable the common alert schema",
      "alert-without-id, alertId",
      "alert-id-with-a-quote, alertId",
      "essentials-are-a-list, alertId"
    })
    void thatCannotBeUsed_isRefusedWithItsReason(String name, String reason)
        throws IOException, InterruptedException {
      Answer answer = deliver("refused/" + name);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "`` | no JSON",
          "[1] | no JSON",
          "{\"schemaId\": | no JSON",
          "{\"schemaId\":\"x\",\"schemaId\":\"azureMonitorCommonAlertSchema\"} | no JSON",
          "{} {} | no JSON",
          "{} | common alert schema"
        })
    void thatIsNoPayload_isRefused(String body, String reason)
        throws IOException, InterruptedException {
      Answer answer = Client.post(door.port(), PATH + "/" + SECRET, "", body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains(reason);
    }

    @Test
    void nestedWithoutEnd_isRefused() throws IOException, InterruptedException {
      Answer answer = Client.post(door.port(), PATH + "/" + SECRET, "", "{\"a\":[".repeat(100_000));
      assertThat(answer.status()).isEqualTo(400);
    }

    /** A success is said only of what is kept. */
    @Test
    void thatCannotBeKept_makesTheCallerComeAgain() throws IOException {
      AlertStore closed =
          new AlertStore(
              new StoreSettings.Sqlite(folder.resolve("closed.db")), Duration.ofDays(1), CLOCK);
      closed.close();
      Octets body = Octets.of(read(FIRED).getBytes(UTF_8));
      Delivery delivery = new Delivery(Optional.empty(), Optional.of(SECRET), () -> body);
      assertThat(new AzureReceiver(secret(), closed, CLOCK).receive(delivery).status())
          .isEqualTo(503);
    }

    @Test
    void timesThatMakeNoSense_doNotMatter() throws IOException, InterruptedException {
      String body =
          read(FIRED).replace("2026-11-20T08:15:24.3713213Z", "+999999999-01-01T00:00:00Z");
      assertThat(Client.post(door.port(), PATH + "/" + SECRET, "", body).status()).isEqualTo(200);
    }
  }

  /** A secret in the address. */
  @Nested
  final class Secret {
    private final Door door = door(secret());

    @AfterEach
    void close() {
      door.close();
    }

    private int deliver(String path) throws IOException, InterruptedException {
      Answer answer = Client.post(door.port(), path, "", read(FIRED));
      if (answer.status() != 200) {
        assertThat(answer.body()).isEqualTo("Refused.\n");
        assertThat(find(door, FIRED_KEY)).isEmpty();
      }
      return answer.status();
    }

    @Test
    void inPathOrQuery_isAccepted() throws IOException, InterruptedException {
      assertThat(deliver(PATH + "/" + SECRET)).isEqualTo(200);
      assertThat(deliver(PATH + "?secret=" + SECRET)).isEqualTo(200);
    }

    @Test
    void wrongOrMissing_isRefused() throws IOException, InterruptedException {
      assertThat(deliver(PATH)).isEqualTo(401);
      assertThat(deliver(PATH + "?secret=")).isEqualTo(401);
      assertThat(deliver(PATH + "/" + SECRET + "x")).isEqualTo(401);
      assertThat(deliver(PATH + "?secret=" + SECRET.substring(1))).isEqualTo(401);
    }

    @Test
    void tooShort_isNotTaken() {
      assertThatThrownBy(() -> new SharedSecret("fifteen-letters"))
          .hasMessageContaining("fewer than 16");
    }

    @Test
    void neitherSecretNorToken_isNotStarted() {
      assertThatThrownBy(() -> new AzureCallers(Optional.empty(), Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("anybody could put alerts into the ledger");
    }
  }
}
