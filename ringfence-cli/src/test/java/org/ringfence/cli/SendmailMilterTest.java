package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringfence.decision.policy.MailFlowRules;
import org.ringfence.door.milter.MilterAddress;
import org.ringfence.door.milter.MilterServer;
import org.ringfence.door.milter.MilterSettings;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.act.Marking;
import org.ringfence.effect.act.RulePolicy;
import org.ringfence.knowledge.PolicyFile;
import org.ringfence.mail.Octets;
import org.ringfence.mail.TrustBoundary;
import org.ringfence.reception.Care;
import org.ringfence.reception.Reception;
import org.ringfence.reception.ReceptionSettings;
import org.ringfence.reception.Work;

/** What Sendmail is told, by {@code miltertest}, which speaks its side of the protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SendmailMilterTest {
  private static final Path CASES =
      Shell.ROOT.resolve("ringfence-cli/src/test/resources/cases/milter");
  private static final Path ALERT = CASES.resolve("windows-defender-389-90-signed.eml");
  private static final Path TWIN = CASES.resolve("its-genuine-twin-signed.eml");
  private static final String RULES =
      """
      groups:
        desk: [desk@contoso.example]
        refusing: [refusing@contoso.example]
      rules:
        - name: keep
          description: It is kept from all but those who asked for something else.
          mode: enforce
          when: verdict == "callback-phishing" && size(recipient.groups) == 0
          then: [quarantine, mark]
        - name: desk
          description: The desk looks at it.
          mode: enforce
          when: verdict == "callback-phishing" && "desk" in recipient.groups
          then: [{header: {name: X-Desk, value: look}}]
        - name: refuse
          description: Some want it refused.
          mode: enforce
          when: verdict == "callback-phishing" && "refusing" in recipient.groups
          then: [{reject: Not wanted here.}]
      """;

  private final KeepingStore store = new KeepingStore();
  private final Reception reception = reception();
  private final MilterServer server =
      new MilterServer(
          MilterAddress.of("127.0.0.1:0"),
          MilterSettings.standard(),
          reception,
          new MilterServer.Clocks(InstantSource.system(), System::nanoTime));
  private String address = "";

  @BeforeAll
  void start() throws IOException {
    String[] parts = server.start().split(":", 3);
    address = "inet:" + parts[2] + "@" + parts[1];
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
    reception.close();
  }

  private Reception reception() {
    SiteOptions site = new SiteOptions();
    site.ocr = SiteOptions.Ocr.OFF;
    site.ownDomains.add("contoso.example");
    site.authentication.zone = CASES.resolve("zone.txt");
    site.authentication.authservIds.add("mx.example.org");
    site.authentication.ownReceived = 0;
    Assembly assembly =
        new Wiring(
            new Console(
                InputStream.nullInputStream(),
                System.out,
                System.err,
                Set.of(),
                Map.of(),
                Shell.ROOT));
    PolicyFile file =
        PolicyFile.read("policy.yaml", Octets.of(RULES.getBytes(StandardCharsets.UTF_8)));
    RulePolicy policy =
        new RulePolicy(
            MailFlowRules.compile(file, assembly.vocabulary(site.knowledge)),
            () -> Instant.parse("2026-11-21T12:00:00Z"));
    TrustBoundary boundary = new TrustBoundary(Set.of("mx.example.org"), 0, Set.of());
    return new Reception(
        new Work(
            assembly.assemble(site).judge(),
            policy,
            new Editing(new Marking(boundary, true, policy.fields())),
            _ -> ""),
        new Care(store, store, () -> Instant.EPOCH, () -> new byte[10]),
        new ReceptionSettings(
            FailMode.ACCEPT_AND_MARK,
            FailMode.TEMP_FAIL,
            Duration.ofSeconds(20),
            Duration.ofSeconds(2),
            2,
            false,
            ReceptionSettings.Memory.COUNT),
        System::nanoTime);
  }

  /** What the milter answers, a line for each answer. */
  private String shown(Path mail, String recipients) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "miltertest",
                "-s",
                CASES.resolve("sendmail.lua").toString(),
                "-D",
                "socket=" + address,
                "-D",
                "mail=" + mail,
                "-D",
                "recipients=" + recipients,
                "-D",
                "inserted=Authentication-Results X-Ringfence-Verdict X-Ringfence-Policy X-Desk",
                "-D",
                "deleted=Authentication-Results X-Ringfence-Fixture X-Ringfence-Verdict Subject")
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out.replaceAll("\n(?=[ \t])", "");
  }

  @Test
  void callbackLure_isOursAndGoesToNobody() throws Exception {
    assertThat(shown(ALERT, "ines@contoso.example")).isEqualTo("reply discard\n");

    KeepingStore.Taken taken = store.taken.take();
    assertThat(taken.recipients()).containsExactly("ines@contoso.example");
    assertThat(taken.octets()).isEqualTo(Octets.of(Files.readAllBytes(ALERT)));
  }

  @Test
  void genuineTwin_getsFieldsAndNothingElse() throws Exception {
    assertThat(shown(TWIN, "ines@contoso.example").lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("reply continue"),
            line ->
                assertThat(line)
                    .startsWith("inserted Authentication-Results: mx.example.org; spf=pass ")
                    .contains("; dkim=pass header.d=microsoft.com"),
            line -> assertThat(line).isEqualTo("inserted X-Ringfence-Verdict: clear"),
            line -> assertThat(line).isEqualTo("deleted X-Ringfence-Fixture"));
    assertThat(store.taken).isEmpty();
  }

  @Test
  void recipientsWithDifferentRules_getTheirOwn() throws Exception {
    assertThat(shown(ALERT, "ines@contoso.example desk@contoso.example"))
        .startsWith("reply continue\nwithout ines@contoso.example\ninserted ")
        .contains("inserted X-Ringfence-Verdict: callback-phishing\ninserted X-Desk: look\n")
        .doesNotContain("X-Ringfence-Policy");
    assertThat(store.taken.take().recipients()).containsExactly("ines@contoso.example");
  }

  @Test
  void refusal_isSaidInTheRulesWords() throws Exception {
    assertThat(shown(ALERT, "refusing@contoso.example"))
        .isEqualTo("reply reply-code\nrefused 550 5.7.1 Not wanted here.\n");
  }

  @Test
  void forgedFields_areDeleted() throws Exception {
    assertThat(
            shown(
                CASES.resolve("forged-verdict-and-results-of-our-own-name.eml"),
                "ines@contoso.example"))
        .contains("deleted Authentication-Results\n", "deleted X-Ringfence-Verdict\n")
        .contains("inserted X-Ringfence-Verdict: clear\n");
  }
}
