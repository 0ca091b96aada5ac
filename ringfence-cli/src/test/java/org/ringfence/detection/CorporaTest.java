package org.ringfence.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.ringfence.cli.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The promise of EVIDENCE.md on real mail, text recognition on. Where the corpora are not beside
 * the project this is not selected; where CI is set their absence is a failure.
 */
@EnabledIf("isSelected")
final class CorporaTest {
  private static final Path CORPORA = Judgement.ROOT.resolve("../shared/corpora");

  static boolean isSelected() {
    return Files.isDirectory(CORPORA) || System.getenv("CI") != null;
  }

  @Test
  void lures_areFoundAndHonestMailIsLeftAlone() throws Exception {
    JsonNode labels =
        new JsonMapper()
            .readTree(
                Command.run(
                    "512m",
                    "evaluate",
                    CORPORA.toString(),
                    "--labels=" + CORPORA.resolve("labels.tsv"),
                    "--format=json",
                    "--ocr=on"))
            .path("labels");

    assertThat(share(labels, "callback", "callback-phishing")).isGreaterThanOrEqualTo(55 / 57.0);
    assertThat(share(labels, "callback", "clear")).isZero();
    for (String honest : new String[] {"genuine", "ham"}) {
      assertThat(share(labels, honest, "callback-phishing")).as(honest).isZero();
      assertThat(share(labels, honest, "suspicious")).as(honest).isLessThanOrEqualTo(0.003);
    }
    assertThat(share(labels, "other-phishing", "callback-phishing")).isLessThanOrEqualTo(0.02);
  }

  private static double share(JsonNode labels, String label, String verdict) {
    JsonNode mails = labels.path(label);
    return mails.path("verdicts").path(verdict).asDouble() / mails.path("count").asDouble();
  }
}
