package org.ringfence.assessment.authentication.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.assessment.authentication.CaseFiles;
import org.ringfence.assessment.authentication.KnownAnswers;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.assessment.authentication.signature.SigningAlgorithm;
import org.ringfence.assessment.authentication.signature.TagReader;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;
import tools.jackson.databind.JsonNode;

/**
 * Runs {@code cases/authentication/dkim}: a message is signed, changed on its way, and verified.
 *
 * <p>A case says how it is signed ({@code sign}: the tags of each signature, the topmost first),
 * what happens to it then ({@code replace}, {@code prepend}, {@code append}), what the DNS says
 * ({@code key}, {@code flags}), and what is expected: result, domain, reason.
 */
final class DkimVerifierTest {
  private static final CaseFiles CASES = CaseFiles.of("dkim");
  private static final String KEYS = "keys.yaml";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

  private final JsonNode keys = CASES.yaml(KEYS);

  static Stream<String> cases() {
    return CASES.names(KEYS);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void case_comesToTheResultItNames(String name) {
    JsonNode test = CASES.yaml(name);

    List<DkimResult> results = verify(test, onTheWay(test, signed(test)));

    assertThat(results.stream().map(result -> written(result.result())))
        .containsExactlyElementsOf(strings(test.path("expect")));
    results.getFirst().signed().ifPresent(signed -> assertContent(test, signed));
  }

  /** Mail that was saved to a file with bare LFs must come to the same result. */
  @ParameterizedTest
  @ValueSource(strings = {"rsa-signature-passes.yaml", "simple-signature-passes.yaml"})
  void fileWithBareLineFeeds_passes(String name) {
    JsonNode test = CASES.yaml(name);

    List<DkimResult> results = verify(test, text(signed(test)).replace("\r\n", "\n"));

    assertThat(written(results.getFirst().result())).isEqualTo("pass signer.example");
  }

  private static void assertContent(JsonNode test, SignedContent signed) {
    assertThat(strings(test.path("covers"))).allMatch(signed::covers);
    assertThat(strings(test.path("closes"))).allMatch(signed::closes);
    assertThat(strings(test.path("leaves-open"))).noneMatch(signed::covers);
    if (test.has("whole-body")) {
      assertThat(signed.wholeBody()).isEqualTo(test.path("whole-body").asBoolean());
    }
  }

  private static String written(MethodResult result) {
    String domain = result.value("header", "d").orElse("-");
    return (result.code().key() + " " + domain + " " + result.reason()).strip();
  }

  private Octets signed(JsonNode test) {
    String message = CASES.text("message.eml").replace("\n", "\r\n");
    if (test.has("body")) {
      message = message.substring(0, message.indexOf("\r\n\r\n") + 4);
    }
    Octets octets = Octets.of(message.getBytes(StandardCharsets.UTF_8));
    for (String tags : strings(test.path("sign")).reversed()) {
      octets = signer(tags).sign(octets, tags);
    }
    return octets;
  }

  private TestSigner signer(String tags) {
    var reader = new TagReader(tags);
    String key = keys.path(reader.required("s")).path("private").asString();
    return TestSigner.of(reader.algorithm(), key);
  }

  private static String onTheWay(JsonNode test, Octets signed) {
    String message = text(signed);
    for (var change : test.path("replace").properties()) {
      assertThat(message).contains(change.getKey());
      message = message.replace(change.getKey(), crlf(change.getValue()));
    }
    return crlf(test.path("prepend")) + message + crlf(test.path("append"));
  }

  private static String text(Octets octets) {
    return octets.decode(StandardCharsets.UTF_8);
  }

  private static String crlf(JsonNode text) {
    return text.asString("").replace("\n", "\r\n");
  }

  private List<DkimResult> verify(JsonNode test, String message) {
    Octets octets = Octets.of(message.getBytes(StandardCharsets.UTF_8));
    return new DkimVerifier(dns(test), CLOCK).verify(RawMessage.read(octets, Limits.standard()));
  }

  private KnownAnswers dns(JsonNode test) {
    var dns = new KnownAnswers();
    for (var key : keys.properties()) {
      String type = key.getKey().equals("ed") ? SigningAlgorithm.ED25519_SHA256.keyType() : "rsa";
      String record = test.path("key").asString("v=DKIM1; k=" + type + "; p=$public");
      if (test.has("flags")) {
        record += "; t=" + test.path("flags").asString();
      }
      String name = key.getKey() + "._domainkey.signer.example";
      switch (record) {
        case "nothing" -> dns.answer(name, Resolver.Type.TXT, new Answer.NoData());
        case "trouble" ->
            dns.answer(name, Resolver.Type.TXT, new Answer.Trouble("The server failed."));
        default ->
            dns.txt(
                name,
                record
                    .replace("$public", key.getValue().path("public").asString())
                    .replace("$bare", key.getValue().path("bare").asString("")));
      }
    }
    return dns;
  }

  private static List<String> strings(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
