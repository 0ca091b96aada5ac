package org.ringfence.assessment.authentication.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringfence.assessment.authentication.CaseFiles;
import org.ringfence.assessment.authentication.KnownAnswers;
import org.ringfence.assessment.authentication.dkim.TestSigner;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.assessment.authentication.signature.SigningAlgorithm;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;
import tools.jackson.databind.JsonNode;

/** Runs the table {@code cases/authentication/arc/chains.yaml}. */
final class ArcVerifierTest {
  private static final JsonNode TABLE = CaseFiles.of("arc").yaml("chains.yaml");
  private static final CaseFiles DKIM = CaseFiles.of("dkim");

  private final JsonNode key = DKIM.yaml("keys.yaml").path("rsa");
  private final TestSealer sealer =
      new TestSealer(
          TestSigner.of(SigningAlgorithm.RSA_SHA256, key.path("private").asString()), "rsa");

  static Stream<String> cases() {
    return TABLE.propertyNames().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void case_comesToTheStatusItNames(String name) {
    JsonNode test = TABLE.path(name);
    Octets message = octets(DKIM.text("message.eml").replace("\n", "\r\n"));
    int instance = 0;
    for (JsonNode hop : test.path("hops")) {
      message = sealer.seal(changed(message, hop.path("change")), wanted(++instance, hop));
    }

    ArcResult result =
        new ArcVerifier(dns(test, instance))
            .verify(RawMessage.read(changed(message, test.path("replace")), Limits.standard()));

    assertThat(written(result)).isEqualTo(test.path("expect").asString());
    assertThat(result.result().code()).isEqualTo(result.status().code());
    assertThat(result.hops())
        .allMatch(hop -> hop.authenticationResults().startsWith(hop.sealer() + "; spf=fail"));
  }

  private static TestSealer.Wanted wanted(int instance, JsonNode hop) {
    return new TestSealer.Wanted(
        instance,
        "relay" + instance + ".example",
        hop.path("cv").asString(),
        hop.path("sign").asString("from:to:subject:date"),
        hop.path("seal").asString(""));
  }

  private static String written(ArcResult result) {
    String sealers = result.hops().stream().map(ArcHop::sealer).collect(Collectors.joining(" "));
    return (result.status() + " " + result.result().reason() + sealers).strip();
  }

  private KnownAnswers dns(JsonNode test, int hops) {
    var dns = new KnownAnswers();
    for (int i = 1; i <= hops; i++) {
      String name = "rsa._domainkey.relay" + i + ".example";
      String record = test.path("key").asString("v=DKIM1; p=" + key.path("public").asString());
      if (record.equals("trouble")) {
        dns.answer(name, Resolver.Type.TXT, new Answer.Trouble("The server failed."));
      } else {
        dns.txt(name, record);
      }
    }
    return dns;
  }

  private static Octets changed(Octets message, JsonNode changes) {
    String text = message.decode(StandardCharsets.UTF_8);
    for (var change : changes.properties()) {
      assertThat(text).contains(change.getKey());
      text = text.replace(change.getKey(), change.getValue().asString());
    }
    return octets(text);
  }

  private static Octets octets(String text) {
    return Octets.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
