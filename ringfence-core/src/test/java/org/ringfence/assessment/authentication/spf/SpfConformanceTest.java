package org.ringfence.assessment.authentication.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The test suite of openspf.org for RFC 7208, release 2014.04: results, and explanations where it
 * has them. There is no list of deviations.
 */
@EnabledIf(
    value = "suiteIsExpected",
    disabledReason = "The shared conformance suite is not there and CI is not set.")
final class SpfConformanceTest {
  private static final Path SUITE =
      Path.of(
          System.getProperty("ringfence.root"),
          "..",
          "shared",
          "conformance",
          "spf",
          "rfc7208-tests.yml");

  static boolean suiteIsExpected() {
    return Files.exists(SUITE) || System.getenv("CI") != null;
  }

  @Test
  void suite_isWhole() {
    assertThat(scenarios().stream().mapToInt(scenario -> scenario.path("tests").size()).sum())
        .isEqualTo(203);
  }

  @TestFactory
  Stream<DynamicTest> suite_comesToItsResults() {
    return scenarios().stream().flatMap(SpfConformanceTest::tests);
  }

  private static List<JsonNode> scenarios() {
    try (MappingIterator<JsonNode> documents =
        new YAMLMapper().readerFor(JsonNode.class).readValues(SUITE.toFile())) {
      return documents.readAll();
    }
  }

  private static Stream<DynamicTest> tests(JsonNode scenario) {
    var verifier = new SpfVerifier(SuiteZone.of(scenario.path("zonedata")));
    return scenario.path("tests").properties().stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    scenario.path("description").asString() + ": " + test.getKey(),
                    () -> check(verifier, test.getValue())));
  }

  private static void check(SpfVerifier verifier, JsonNode test) {
    SpfOutcome outcome = verifier.check(query(test));

    assertThat(outcome.code().key()).as(outcome.reason()).isIn(results(test.path("result")));
    assertThat(outcome.reason()).isNotEmpty();
    if (test.has("explanation")) {
      assertThat(outcome.explanation().orElse("DEFAULT"))
          .isEqualTo(test.path("explanation").asString());
    }
  }

  private static SpfQuery query(JsonNode test) {
    return new SpfQuery(
        InetAddress.ofLiteral(test.path("host").asString()),
        test.path("helo").asString(),
        test.path("mailfrom").asString(),
        "mx.example.org",
        Instant.EPOCH);
  }

  private static List<Object> results(JsonNode result) {
    List<Object> results = new ArrayList<>();
    if (result.isArray()) {
      result.forEach(one -> results.add(one.asString()));
    } else {
      results.add(result.asString());
    }
    return results;
  }
}
