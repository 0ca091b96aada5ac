package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.decision.policy.MailFlowRules;
import org.ringfence.decision.policy.Variable;
import org.ringfence.decision.policy.Variables;
import org.ringfence.effect.act.Disposition;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.effect.act.Marking;
import org.ringfence.effect.act.RulePolicy;
import org.ringfence.effect.act.Ruling;
import org.ringfence.effect.act.Wishes;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.PolicyAction;
import org.ringfence.knowledge.PolicyFile;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Octets;
import org.ringfence.mail.TrustBoundary;

/** What mail flow rules make a door do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServePolicyTest {
  private static final Path ALERT =
      Shell.ROOT.resolve(
          "knowledge/platforms/azure-monitor/abused/windows-defender-389-90-direct.eml");
  private static final String GROUPS = "groups:\n  desk: [reception@example.org]\n";

  private final Assembly assembly;
  private final CaseRecord alert;

  @TempDir private Path folder;

  ServePolicyTest() throws IOException {
    Console console =
        new Console(
            InputStream.nullInputStream(), System.out, System.err, Set.of(), Map.of(), Shell.ROOT);
    assembly = new Wiring(console);
    SiteOptions options = new SiteOptions();
    options.ocr = SiteOptions.Ocr.OFF;
    alert =
        assembly
            .assemble(options)
            .judge()
            .apply(Arrival.ofFile(Octets.of(Files.readAllBytes(ALERT))));
  }

  @Test
  void enforcedQuarantine_keepsTheMailAndNamesTheRule() {
    Ruling ruling =
        ruling(rule("keep", "enforce", "score > 0.9", "[quarantine, mark]"), "anna@example.org");

    assertThat(ruling.disposition()).isEqualTo(new Disposition.Quarantine("keep"));
    assertThat(ruling.wishes().fields())
        .containsExactly(new HeaderEdit.Add("X-Ringfence-Policy", "keep"));
    assertThat(ruling.rules()).containsExactly("keep");
  }

  @Test
  void auditedRule_isInTheLogAlone() {
    Ruling ruling =
        ruling(
            rule("watch", "audit", "score > 0.9", "[quarantine, mark]")
                + rule("broken", "enforce", "message.header[\"x-none\"] == \"\"", "[quarantine]"),
            "anna@example.org");

    assertThat(ruling.disposition()).isEqualTo(new Disposition.Deliver());
    assertThat(ruling.wishes().fields()).isEmpty();
    assertThat(ruling.rules()).containsExactly("watch(audit)", "broken(failed)");
  }

  @Test
  void recipientsWithDifferentRules_getTheirOwn() {
    String rules = rule("desk", "enforce", "\"desk\" in recipient.groups", "[quarantine]");

    assertThat(rulings(rules, "anna@example.org", "Reception@example.org", "ben@example.org"))
        .containsExactly(
            Ruling.of(List.of("anna@example.org", "ben@example.org"), new Disposition.Deliver()),
            new Ruling(
                List.of("Reception@example.org"),
                new Disposition.Quarantine("desk"),
                Wishes.none(),
                List.of("desk")));
  }

  @Test
  void fieldOfARule_isWrittenByTheRuleAlone() {
    String rules =
        rule("tell", "enforce", "score > 0.9", "[{header: {name: X-Desk, value: look}}]");
    HeaderSection received =
        new HeaderSection(
            List.of(
                new HeaderField("Subject", "Hello"),
                new HeaderField("x-desk", "forged"),
                new HeaderField("X-Desk", "forged twice")));

    Marking marking = new Marking(TrustBoundary.none(), false, policy(rules).fields());

    assertThat(marking.judged(alert, received, "case-1").removed())
        .containsExactly(new HeaderEdit.Remove("x-desk", 1), new HeaderEdit.Remove("X-Desk", 2));
    assertThat(marking.notJudged("No time.", received, "case-1").removed()).hasSize(2);
    assertThat(ruling(rules).wishes().fields())
        .containsExactly(new HeaderEdit.Add("X-Desk", "look"));
  }

  @Test
  void rejection_saysWhatTheRuleSays() {
    Ruling ruling =
        ruling(rule("refuse", "enforce", "score > 0.9", "[{reject: Not wanted here.}]"));

    assertThat(ruling.disposition()).isInstanceOf(Disposition.Reject.class);
    assertThat(((Disposition.Reject) ruling.disposition()).reply().line())
        .isEqualTo("550 5.7.1 Not wanted here.");
  }

  @Test
  void holdAndRedirect_areWhatTheRuleSays() {
    assertThat(
            ruling(rule("wait", "enforce", "score > 0.9", "[{hold: {for: 4h, then: deliver}}]"))
                .disposition())
        .isEqualTo(
            new Disposition.Hold("wait", Duration.ofHours(4), PolicyAction.Hold.End.DELIVER));
    assertThat(
            ruling(rule("away", "enforce", "score > 0.9", "[{redirect: soc@example.org}]"))
                .disposition())
        .isEqualTo(new Disposition.Redirect("soc@example.org"));
  }

  @Test
  void everyVariable_isReadFromARealMail() {
    StringBuilder rules = new StringBuilder();
    for (Variable variable : Variables.list()) {
      String condition =
          switch (variable.type()) {
            case TEXT -> "size(" + variable.name() + ") >= 0";
            case NUMBER, COUNT -> variable.name() + " >= 0";
            case TRUTH -> variable.name() + " || !" + variable.name();
            case TEXTS -> variable.name() + ".all(one, size(one) >= 0)";
            case FIELDS -> variable.name() + ".all(key, size(" + variable.name() + "[key]) >= 0)";
          };
      String name = variable.name().replaceAll("[._]", "-");
      rules.append(rule(name, "enforce", condition, "[mark]"));
    }

    assertThat(ruling(rules.toString(), "anna@example.org").rules())
        .hasSize(Variables.list().size())
        .noneMatch(rule -> rule.contains("failed"));
  }

  @Test
  void wrongRules_keepTheDoorClosed() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            "rules:\n" + rule("a", "enforce", "scores > 0.9", "[mark]"));

    Shell.Ran ran =
        Shell.run(
            Map.of("XDG_STATE_HOME", folder.toString()), "serve", "--policy", rules.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("unknown variable \"scores\"").contains("         ^");
  }

  @Test
  void enforcedActionThatNoDoorCanDo_keepsTheDoorClosed() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("banner.yaml"),
            "rules:\n" + rule("warn", "enforce", "score > 0.9", "[{banner: Beware.}]"));

    Shell.Ran ran =
        Shell.run(
            Map.of("XDG_STATE_HOME", folder.toString()), "serve", "--policy", rules.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("which breaks the signatures of the mail: banner (warn). Say rules.body-edits");
  }

  private Ruling ruling(String rules, String... recipients) {
    List<Ruling> rulings = rulings(rules, recipients);
    assertThat(rulings).hasSize(1);
    return rulings.getFirst();
  }

  private List<Ruling> rulings(String rules, String... recipients) {
    Arrival arrival =
        new Arrival(
            Optional.empty(),
            new Envelope(Optional.of("someone@example.net"), List.of(recipients)),
            Octets.empty(),
            Optional.empty());
    return policy(rules).decide(alert, arrival);
  }

  private RulePolicy policy(String rules) {
    PolicyFile file =
        PolicyFile.read(
            "policy.yaml",
            Octets.of((GROUPS + "rules:\n" + rules).getBytes(StandardCharsets.UTF_8)));
    MailFlowRules compiled =
        MailFlowRules.compile(file, assembly.vocabulary(new SiteOptions.KnowledgeOption()));
    return new RulePolicy(compiled, () -> Instant.parse("2026-11-21T12:00:00Z"));
  }

  private static String rule(String name, String mode, String when, String then) {
    return "  - name: "
        + name
        + "\n    description: A rule.\n    mode: "
        + mode
        + "\n    when: '"
        + when
        + "'\n    then: "
        + then
        + "\n";
  }
}
