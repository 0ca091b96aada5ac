package org.ringfence.assessment.authentication.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringfence.arrival.parse.MessageParser;
import org.ringfence.assessment.authentication.CaseFiles;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.assessment.authentication.KnownAnswers;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.Property;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Message;
import org.ringfence.mail.Octets;
import tools.jackson.databind.JsonNode;

/** Runs the table {@code cases/authentication/dmarc/results.yaml}. */
final class DmarcVerifierTest {
  private static final JsonNode TABLE = CaseFiles.of("dmarc").yaml("results.yaml");

  static Stream<String> cases() {
    return TABLE.propertyNames().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void case_comesToTheResultItNames(String name) {
    JsonNode test = TABLE.path(name);
    List<String> questions = new ArrayList<>();

    DmarcResult result = verify(test, questions);

    assertThat(written(result)).isEqualTo(test.path("expect").asString());
    if (test.has("aligned")) {
      assertThat(result.aligned()).hasSize(test.path("aligned").asInt());
    }
    if (test.has("questions")) {
      assertThat(questions).containsExactlyElementsOf(strings(test.path("questions")));
    }
    boolean isExplained = !result.result().reason().isEmpty();
    assertThat(isExplained || result.result().code() != ResultCode.PERMERROR).isTrue();
  }

  private static String written(DmarcResult result) {
    return result.result().code().key()
        + " "
        + result.policy().map(DomainOwnerAssessmentPolicy::key).orElse("-")
        + " "
        + result.organizationalDomain().map(DomainName::value).orElse("-");
  }

  private static DmarcResult verify(JsonNode test, List<String> questions) {
    Message message = message(test.path("from"));
    Resolver dns = dns(test);
    Resolver heard =
        (name, type) -> {
          if (name.startsWith("_dmarc.")) {
            questions.add(name.substring("_dmarc.".length()));
          }
          return dns.ask(name, type);
        };
    List<MethodResult> identities =
        Stream.concat(
                strings(test.path("spf")).stream().map(DmarcVerifierTest::spf),
                strings(test.path("dkim")).stream().map(DmarcVerifierTest::dkim))
            .toList();
    return new DmarcVerifier(heard).verify(message.header(), message.addressing(), identities);
  }

  private static Message message(JsonNode from) {
    List<String> fields = from.isArray() ? strings(from) : List.of(from.asString());
    String text = String.join("", fields.stream().map(f -> "From: " + f + "\r\n").toList());
    return new MessageParser(Limits.standard(), System::nanoTime, List.of())
        .parse(Octets.of((text + "\r\n").getBytes(StandardCharsets.UTF_8)));
  }

  private static Resolver dns(JsonNode test) {
    var dns = new KnownAnswers();
    for (var record : test.path("dns").properties()) {
      JsonNode texts = record.getValue();
      List<String> values = texts.isArray() ? strings(texts) : List.of(texts.asString());
      dns.txt(record.getKey(), values.toArray(String[]::new));
    }
    for (String name : strings(test.path("exists"))) {
      dns.answer(name, Resolver.Type.A, new Answer.NoData());
    }
    for (String question : strings(test.path("trouble"))) {
      String[] parts = question.split(" ", 2);
      dns.answer(
          parts[1], Resolver.Type.valueOf(parts[0]), new Answer.Trouble("The server failed."));
    }
    return dns;
  }

  private static MethodResult spf(String text) {
    String[] parts = text.split(" ", 2);
    boolean isHelo = parts[1].startsWith("helo:");
    Property identity =
        isHelo
            ? new Property("smtp", "helo", parts[1].substring("helo:".length()))
            : new Property("smtp", "mailfrom", parts[1]);
    return new MethodResult(Method.SPF, code(parts[0]), "", List.of(identity));
  }

  private static MethodResult dkim(String text) {
    String[] parts = text.split(" ", 2);
    var domain = new Property("header", "d", parts[1]);
    return new MethodResult(Method.DKIM, code(parts[0]), "", List.of(domain));
  }

  private static ResultCode code(String word) {
    return ResultCode.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static List<String> strings(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
