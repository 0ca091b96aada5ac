package org.ringfence.assessment.authentication.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ringfence.assessment.authentication.CaseFiles;
import org.ringfence.assessment.authentication.KnownAnswers;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.arc.ArcVerifier;
import org.ringfence.assessment.authentication.arc.TestSealer;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.assessment.authentication.signature.SigningAlgorithm;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;
import tools.jackson.databind.JsonNode;

/** What holds for every message and every key record, whatever their octets. */
final class VerifierPropertyTest {
  private static final CaseFiles CASES = CaseFiles.of("dkim");
  private static final JsonNode KEYS = CASES.yaml("keys.yaml");
  private static final String TAGS =
      "v=1; a=rsa-sha256; c=relaxed/relaxed; d=signer.example; s=rsa; t=1763500000;"
          + " i=@signer.example; q=dns/txt; h=from:to:subject:date:message-id";
  private static final Octets SIGNED = signed();

  private static Octets signed() {
    var signer =
        TestSigner.of(SigningAlgorithm.RSA_SHA256, KEYS.path("rsa").path("private").asString());
    byte[] message =
        CASES.text("message.eml").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    Octets sealed =
        new TestSealer(signer, "rsa")
            .seal(
                Octets.of(message),
                new TestSealer.Wanted(1, "signer.example", "none", "from:subject", ""));
    return signer.sign(sealed, TAGS);
  }

  private final Resolver dns =
      new KnownAnswers()
          .txt(
              "rsa._domainkey.signer.example",
              "v=DKIM1; p=" + KEYS.path("rsa").path("public").asString());

  private List<DkimResult> verify(Octets octets, Resolver resolver) {
    RawMessage message = RawMessage.read(octets, Limits.standard());
    new ArcVerifier(resolver).verify(message);
    return new DkimVerifier(resolver, InstantSource.fixed(Instant.EPOCH)).verify(message);
  }

  @Test
  void undamagedMessage_passes() {
    assertThat(verify(SIGNED, dns).getFirst().result().code()).isEqualTo(ResultCode.PASS);
  }

  @Property(tries = 1_000)
  void arbitraryOctets_areVerified(@ForAll byte[] octets) {
    assertThat(verify(Octets.of(octets), dns)).isNotEmpty();
  }

  @Property(tries = 2_000)
  void damagedMessage_isVerified(
      @ForAll @IntRange(max = 3_000) int at,
      @ForAll @IntRange(max = 20) int lost,
      @ForAll byte put) {
    byte[] octets = SIGNED.toByteArray();
    int start = at % octets.length;
    int end = Math.min(octets.length, start + lost);
    var damaged = new byte[octets.length - (end - start) + 1];
    System.arraycopy(octets, 0, damaged, 0, start);
    damaged[start] = put;
    System.arraycopy(octets, end, damaged, start + 1, octets.length - end);
    assertThat(verify(Octets.of(damaged), dns)).isNotEmpty();
  }

  /** No letter of what is signed can be changed. */
  @Property(tries = 1_000)
  void otherLetterInTheMessage_fails(@ForAll @IntRange(max = 3_000) int at) {
    byte[] octets = SIGNED.toByteArray();
    String text = SIGNED.decode(StandardCharsets.US_ASCII);
    int from = text.indexOf("From: ") + "From: ".length();
    int i = from + at % (octets.length - from);
    if (Character.isLetter(text.charAt(i))) {
      octets[i] = (byte) (octets[i] == 'q' ? 'z' : 'q');
      assertThat(verify(Octets.of(octets), dns).getFirst().result().code())
          .isNotEqualTo(ResultCode.PASS);
    }
  }

  @Property(tries = 2_000)
  void arbitraryKeyRecord_isRead(@ForAll("records") String record) {
    var other = new KnownAnswers().txt("rsa._domainkey.signer.example", record);
    assertThatCode(() -> verify(SIGNED, other)).doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> records() {
    return Arbitraries.of(
            "v=DKIM1",
            "; ",
            "k=rsa",
            "k=ed25519",
            "p=",
            "t=s",
            "h=sha256",
            "=",
            " ",
            "\0",
            "AAAA",
            KEYS.path("rsa").path("public").asString(),
            KEYS.path("rsa").path("bare").asString(),
            KEYS.path("ed").path("public").asString(),
            "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB",
            "\u00e9")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  /** Signatures with ten different lengths over a large body are two passes, not ten. */
  @Test
  void manySignaturesOverALargeBody_takeBoundedTime() {
    var head = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String canonicalization = i % 2 == 0 ? "relaxed" : "simple";
      head.append(
          "DKIM-Signature: %s; l=%d; bh=AAAA; b=AAAA\r\n"
              .formatted(TAGS.replace("relaxed/relaxed", "relaxed/" + canonicalization), i));
    }
    String body = "word \t word\r\n\r\n".repeat(1_000_000);
    byte[] octets =
        (head + "From: a@signer.example\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);

    Instant start = Instant.now();
    List<DkimResult> results = verify(Octets.of(octets), dns);

    assertThat(results).hasSize(11);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }
}
