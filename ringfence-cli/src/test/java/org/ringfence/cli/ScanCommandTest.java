package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.cli.Shell.path;
import static org.ringfence.cli.Shell.run;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.cli.Shell.Ran;

final class ScanCommandTest {
  private static final String LURE = "renewal-charge-with-number-to-call-is-found.eml";
  private static final String HONEST = "lunch-invitation-is-clear.eml";
  private static final String HOSTILE = "escape-sequences-do-not-reach-the-terminal.eml";
  private static final String MBOX = "mailbox-with-one-lure-among-three.mbox";

  @TempDir Path folder;

  private static Schema schema(SchemaCommand.Output output) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaCommand.text(output));
  }

  private static void assertFits(Schema schema, String json) {
    assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
  }

  @Test
  void lure_isFoundWithItsNumberAndTheWordsThatLedToIt() {
    Ran ran = run("scan", "--ocr", "off", path(LURE));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains(LURE + ": callback phishing (")
        .contains("+18085550142 written \"+1 (808) 555-0142\" in the plain text")
        .contains("the reader is asked to call it")
        .contains("1 mail in ")
        .contains("1 callback phishing, 0 suspicious, 0 clear.");
  }

  @Test
  void honestMail_isClear() {
    Ran ran = run("scan", "--ocr", "off", path(HONEST));
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains(HONEST + ": clear (").contains("0 callback phishing");
  }

  @Test
  void onlyFound_leavesOutTheClear() {
    Ran ran = run("scan", "--ocr", "off", "--only", "found", path(MBOX));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains(MBOX + "#2: callback phishing").doesNotContain("#1", "#3");
    assertThat(ran.out()).contains("3 mails in ");
  }

  @Test
  void standardInput_isReadWhereNothingIsNamed() throws IOException {
    byte[] mail = Files.readAllBytes(Path.of(path(LURE)));
    assertThat(run(mail, Set.of(), "scan", "--ocr", "off").out()).startsWith("-: callback");
    assertThat(run(mail, Set.of(), "scan", "--ocr", "off", "-").code()).isEqualTo(1);
  }

  @Test
  void nothingNamedAtATerminal_isAnError() {
    Ran ran = run(new byte[0], Set.of("in"), "scan");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("Name files or folders, or - for standard input.");
  }

  @Test
  void maildir_isScannedInOrderWhateverTheJobs() throws IOException {
    for (String box : new String[] {"cur", "new", "tmp"}) {
      Files.createDirectories(folder.resolve(box));
    }
    for (int i = 0; i < 20; i++) {
      Files.copy(
          Path.of(path(i % 5 == 0 ? LURE : HONEST)),
          folder.resolve(String.format(Locale.ROOT, "cur/%02d:2,S", i)));
    }
    Files.copy(Path.of(path(LURE)), folder.resolve("tmp/still-being-written"));
    String[] command = {"scan", "--ocr", "off", "--format", "json", "-j", "1", folder.toString()};
    String one = run(command).out().replaceAll("\"elapsedMs\":[0-9.E-]+", "");
    command[5] = "4";
    String four = run(command).out().replaceAll("\"elapsedMs\":[0-9.E-]+", "");
    assertThat(four).isEqualTo(one).contains("/cur/00:2,S").doesNotContain("still-being");
    assertThat(four.lines().filter(line -> line.contains("\"callback-phishing\""))).hasSize(4);
  }

  @Test
  void everyJsonLine_fitsTheSchema() {
    Schema schema = schema(SchemaCommand.Output.SCAN_RESULT);
    Ran ran = run("scan", "--ocr", "off", "--format", "json", Shell.CASES.toString());
    assertThat(ran.lines()).hasSize(6).allSatisfy(line -> assertFits(schema, line));
    assertThat(ran.out()).contains("\"e164\":\"+18085550142\"", "\"callToAction\":true");
  }

  @Test
  void lineThatLacksAField_doesNotFitTheSchema() {
    assertThat(
            schema(SchemaCommand.Output.SCAN_RESULT)
                .validate("{\"file\":\"a\",\"verdict\":\"clear\"}", InputFormat.JSON))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void escapeSequencesOfAMail_doNotReachTheTerminal(String format) {
    Ran ran = run("scan", "--ocr", "off", "--color", "never", "--format", format, path(HOSTILE));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out().codePoints())
        .allMatch(code -> code == '\n' || !Character.isISOControl(code))
        .allMatch(code -> Character.getType(code) != Character.FORMAT);
  }

  @Test
  void linkOfAMail_cannotBeFollowedFromTheTerminal() {
    assertThat(run("explain", "--ocr", "off", path(HOSTILE)).out())
        .contains("https[:]//billing.example", "www[.]billing.example")
        .doesNotContain("https://", "www.");
  }

  @Test
  void hostileFileName_isNeutralised() throws IOException {
    Path file = folder.resolve("\u001b[2J\u202Egpj.eml");
    Files.copy(Path.of(path(HONEST)), file);
    assertThat(run("scan", "--ocr", "off", folder.toString()).out())
        .contains("⟨U+001B⟩[2J⟨U+202E⟩gpj.eml: clear");
  }

  @Test
  void missingFile_isNamedAndTheRestIsScanned() {
    Ran ran = run("scan", "--ocr", "off", "gone.eml", path(HONEST));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("gone.eml: there is no such file or folder. Check the name.\n");
    assertThat(ran.out()).contains(": clear (").contains("1 place could not be read.");
  }

  @Test
  void errorWeighsMoreThanAFinding() {
    assertThat(run("scan", "--ocr", "off", "gone.eml", path(LURE)).code()).isEqualTo(2);
  }

  @Test
  void filesThatAreNoMail_areCountedAndLeftAlone() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "buy milk\n");
    Ran ran = run("scan", "--ocr", "off", folder.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("1 file that held no mail left alone.");
  }

  @Test
  void summaryStays_outOfJson() {
    assertThat(run("scan", "--ocr", "off", "--format", "json", path(HONEST)).lines()).hasSize(1);
  }

  @Test
  void unusableKnowledge_saysWhereAndWhatToDo() {
    Ran ran = run("scan", "--knowledge", folder.toString(), path(HONEST));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("cannot be used; `ringfence knowledge check` says more.");
  }

  @Test
  void missingKnowledgeFolder_saysHowToNameOne() {
    Ran ran = run("scan", "--knowledge", folder.resolve("none").toString(), path(HONEST));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("Name one with --knowledge or RINGFENCE_KNOWLEDGE.");
  }

  @Test
  void numberOfJobs_isChecked() {
    assertThat(run("scan", "--jobs", "0", path(HONEST)).err())
        .contains("--jobs is 0; give a number from 1 to 256.");
  }

  @Test
  void turkishLocale_changesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      Ran ran = run("scan", "--ocr", "off", "--format", "json", path(LURE));
      assertThat(ran.code()).isEqualTo(1);
      assertFits(schema(SchemaCommand.Output.SCAN_RESULT), ran.out());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void evaluation_fitsItsSchema() throws IOException {
    Path labels = folder.resolve("labels.tsv");
    Files.writeString(
        labels,
        "path\tlabel\tcarrier\tcampaign\tlanguage\n"
            + LURE
            + "\tcallback\tgmail\trenewal\ten\n"
            + HONEST
            + "\tham\t\t\ten\n");
    Path page = folder.resolve("report.html");
    Ran ran =
        run(
            "evaluate",
            Shell.CASES.toString(),
            "--labels",
            labels.toString(),
            "--ocr",
            "off",
            "--format",
            "json",
            "--report",
            page.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertFits(schema(SchemaCommand.Output.EVALUATION), ran.out());
    assertThat(ran.out())
        .contains(
            "\"callback\":{\"count\":1,\"verdicts\":{\"clear\":0,\"suspicious\":0,\"callback-phishing\":1}")
        .contains("\"misjudged\":[]");
    assertThat(page).content().contains("<svg", "Precision and recall").doesNotContain("<script");
  }
}
