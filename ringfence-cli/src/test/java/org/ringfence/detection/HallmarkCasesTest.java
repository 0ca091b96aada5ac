package org.ringfence.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.cli.Installation;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Evidence;

/**
 * Each hallmark has a pair: {@code shows-*.eml} shows it, {@code honest-*.eml} is the nearest
 * honest mail and does not. The name of a file is the claim it proves.
 */
final class HallmarkCasesTest {
  private static final Path CASES =
      Judgement.ROOT.resolve("ringfence-cli/src/test/resources/cases/hallmark");
  private static final Judgement JUDGEMENT = new Judgement();

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void mail_showsItsHallmarkOrNot(Path mail) {
    String hallmark = CASES.relativize(mail).getName(0).toString();
    boolean shows = mail.getFileName().toString().startsWith("shows-");

    CaseRecord record = JUDGEMENT.of(mail);

    assertThat(record.present().stream().map(Finding::hallmark).toList().contains(hallmark))
        .as("%s in %s, which shows %s", hallmark, mail, record.present())
        .isEqualTo(shows);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyPresentHallmark_quotesTheMailItself(Path mail) {
    CaseRecord record = JUDGEMENT.of(mail);

    for (Finding.Present finding : record.present()) {
      for (Evidence evidence : finding.evidence()) {
        assertThat(record.message().surfaces()).contains(evidence.surface());
        assertThat(evidence.quote()).isNotBlank();
      }
    }
  }

  @Test
  void everyHallmark_hasItsPair() throws IOException {
    for (String hallmark : Installation.at(Judgement.ROOT).steps().hallmarks().ids()) {
      Path folder = CASES.resolve(hallmark);
      assertThat(folder).as("the pair of %s", hallmark).isDirectory();
      try (Stream<Path> files = Files.list(folder)) {
        TreeSet<String> kinds = new TreeSet<>();
        files.forEach(file -> kinds.add(file.getFileName().toString().replaceAll("-.*", "")));
        assertThat(kinds).as(hallmark).containsExactly("honest", "shows");
      }
    }
  }
}
