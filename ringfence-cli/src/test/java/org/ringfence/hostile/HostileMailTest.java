package org.ringfence.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.cli.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The promise of SECURITY.md: each hostile mail ends within 5 s and 256 MB of heap, with a verdict.
 */
final class HostileMailTest {
  private static final int MOST_MILLIS = 5_000;

  @TempDir Path folder;

  @Test
  void everyMail_endsInTimeWithAVerdict() throws Exception {
    for (var mail : HostileMails.all().entrySet()) {
      Files.write(folder.resolve(mail.getKey() + ".eml"), mail.getValue().get());
    }

    Map<String, JsonNode> verdicts = scan();

    assertThat(verdicts).hasSameSizeAs(HostileMails.all());
    verdicts.forEach(
        (name, verdict) -> {
          assertThat(verdict.path("verdict").asString("")).as(name).isNotEmpty();
          assertThat(verdict.path("elapsedMs").asDouble()).as(name).isLessThan(MOST_MILLIS);
        });
    System.out.printf(
        "%d hostile mails under 256 MB of heap, slowest %.0f ms%n",
        verdicts.size(),
        verdicts.values().stream()
            .mapToDouble(v -> v.path("elapsedMs").asDouble())
            .max()
            .orElse(0));
  }

  private Map<String, JsonNode> scan() throws Exception {
    String lines =
        Command.run("256m", "scan", "--format=json", "--ocr=off", "--jobs=1", folder.toString());
    Map<String, JsonNode> verdicts = new TreeMap<>();
    JsonMapper json = new JsonMapper();
    for (String line : lines.lines().toList()) {
      JsonNode verdict = json.readTree(line);
      verdicts.put(verdict.path("file").asString(""), verdict);
    }
    return verdicts;
  }
}
