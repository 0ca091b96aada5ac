package org.ringfence.assessment.authentication.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.Property;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.ZoneFile;
import org.ringfence.assessment.authentication.dns.ZoneResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every case under {@code cases/authentication/spf} comes to what it says. */
final class SpfVerifierTest {
  private static final Path CASES =
      Path.of(
          System.getProperty("ringfence.root"),
          "ringfence-core/src/test/resources/cases/authentication/spf");

  @TestFactory
  Stream<DynamicTest> cases_comeToWhatTheySay() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  private static void check(Path file) {
    JsonNode expected = new YAMLMapper().readTree(file.toFile());
    var zone = new ZoneResolver(ZoneFile.read(name(file), expected.path("zone").asString()));
    var verifier = new SpfVerifier(zone);

    MethodResult result = verifier.verify(query(expected));

    assertThat(result.method()).isEqualTo(Method.SPF);
    assertThat(result.code().key())
        .as(result.reason())
        .isEqualTo(expected.path("result").asString());
    checkWords(expected, result.reason());
    if (expected.has("property")) {
      Property property = result.properties().getFirst();
      assertThat(property.ptype() + "." + property.property() + "=" + property.pvalue())
          .isEqualTo(expected.path("property").asString());
    }
  }

  private static void checkWords(JsonNode expected, String reason) {
    if (expected.has("reason")) {
      assertThat(reason).isEqualTo(expected.path("reason").asString());
    }
    if (expected.has("explanation")) {
      String words = expected.path("explanation").asString();
      assertThat(reason).endsWith(words.isEmpty() ? "." : " The domain explains: " + words);
      assertThat(reason.contains("The domain explains:")).isEqualTo(!words.isEmpty());
    }
  }

  private static SpfQuery query(JsonNode test) {
    return new SpfQuery(
        InetAddress.ofLiteral(test.path("ip").asString()),
        test.path("helo").asString(),
        test.path("mail-from").asString(),
        "mx.example.net",
        Instant.ofEpochSecond(1_700_000_000));
  }

  @Test
  void silentServer_isTemperrorWithItsReason() {
    var verifier = new SpfVerifier((name, type) -> new Answer.Trouble("The server is silent."));

    MethodResult result = verifier.verify(query("mx.example.org", "billing@example.org"));

    assertThat(result.code()).isEqualTo(ResultCode.TEMPERROR);
    assertThat(result.reason())
        .isEqualTo("The TXT records of example.org could not be had: The server is silent.");
  }

  @Test
  void heloWithoutEnd_costsNoTime() {
    String record = "v=spf1 exists:" + "%{h99r-}.".repeat(1_000) + "example.org -all";
    var verifier = new SpfVerifier((name, type) -> new Answer.Records(List.of(record)));
    String helo = "a-.".repeat(1_000_000);

    assertThat(verifier.verify(query(helo, "billing@example.org")).code())
        .isEqualTo(ResultCode.PERMERROR);
    assertThat(verifier.verify(query(helo, "")).code()).isEqualTo(ResultCode.NONE);
    assertThat(verifier.verify(query("mx.example.org", helo + "@" + helo)).code())
        .isEqualTo(ResultCode.NONE);
  }

  private static SpfQuery query(String helo, String mailFrom) {
    return new SpfQuery(InetAddress.ofLiteral("192.0.2.5"), helo, mailFrom, "", Instant.EPOCH);
  }
}
