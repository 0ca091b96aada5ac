package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.cli.Shell.Ran;

final class SettingsCommandTest {
  private static final Path CASES =
      Shell.ROOT.resolve("ringfence-server/src/test/resources/cases/settings");

  @TempDir Path folder;

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("ringfence.yaml"), text);
  }

  @Test
  void usableSettings_areToldWithTheRulesInForce() {
    Ran ran = Shell.run("settings", "check", CASES.resolve("right/mail-hub.yaml").toString());

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("these settings can be used. No rules: callback phishing is");
    assertThat(ran.code()).isZero();
  }

  @Test
  void wrongSettings_areShownAllAtOnce() {
    Ran ran =
        Shell.run("settings", "check", CASES.resolve("wrong/all-errors-at-once.yaml").toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("The settings cannot be used: 3 errors.")
        .contains("all-errors-at-once.yaml:10:3: unknown key \"levle\"")
        .contains("      levle: info\n      ^\n");
  }

  @Test
  void wrongRules_makeTheSettingsUnusable() throws IOException {
    Files.writeString(
        folder.resolve("policy.yaml"),
        """
        rules:
          - name: keep
            description: A rule.
            mode: enforce
            when: scores > 0.9
            then: [quarantine]
        """);
    Ran ran = Shell.run("settings", "check", written("rules:\n  policy: policy.yaml\n").toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("policy.yaml:5:11: unknown variable \"scores\"");
  }

  @Test
  void ruleThatSendsMail_needsANextHop() throws IOException {
    Files.writeString(
        folder.resolve("policy.yaml"),
        """
        rules:
          - name: desk
            description: A rule.
            mode: enforce
            when: score > 0.9
            then: [{redirect: desk@contoso.example}]
        """);
    String rules = "rules:\n  policy: policy.yaml\n";

    assertThat(Shell.run("settings", "check", written(rules).toString()).err())
        .contains("have Ringfence send mail itself: redirect (desk). Say next-hop.address");
    assertThat(
            Shell.run(
                    "settings",
                    "check",
                    written(rules + "next-hop:\n  address: 127.0.0.1:10026\n").toString())
                .out())
        .contains("1 enforced, 0 on audit");
  }

  @Test
  void shownSettings_nameTheirPlaces() {
    Path hub = CASES.resolve("right/mail-hub.yaml");
    Ran ran = Shell.run("settings", "show", "--written", hub.toString());

    assertThat(ran.out())
        .containsPattern("judging\\.deadline +20s +" + hub + ":15\n")
        .doesNotContain("default");
    assertThat(Shell.run("settings", "show").out())
        .containsPattern("doors\\.milter\\.address +127\\.0\\.0\\.1:8891 +default\n")
        .containsPattern("store\\.path +ringfence\\.db in the state folder +default\n");
  }

  /** {@code ./ringfence settings page > docs/settings.md} makes it anew. */
  @Test
  void pageOfAllSettings_isUpToDate() throws IOException {
    assertThat(Shell.ROOT.resolve("docs/settings.md"))
        .hasContent(Shell.run("settings", "page").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "misspelt-key-is-shown-the-nearest",
        "text-for-a-number",
        "number-out-of-range",
        "time-without-a-unit",
        "word-of-no-choice",
        "address-without-a-port",
        "text-where-a-list-belongs"
      })
  void wrongSettings_areWrongBySchemaToo(String name) throws IOException {
    assertThat(
            schema()
                .validate(
                    Files.readString(CASES.resolve("wrong/" + name + ".yaml")), InputFormat.YAML))
        .isNotEmpty();
  }

  @Test
  void rightAndShippedSettings_areRightBySchemaToo() throws IOException {
    for (Path file :
        List.of(
            CASES.resolve("right/mail-hub.yaml"),
            Shell.ROOT.resolve("packaging/deb/etc/ringfence/ringfence.yaml"))) {
      assertThat(schema().validate(Files.readString(file), InputFormat.YAML))
          .as(file.toString())
          .isEmpty();
    }
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaCommand.text(SchemaCommand.Output.SETTINGS));
  }
}
