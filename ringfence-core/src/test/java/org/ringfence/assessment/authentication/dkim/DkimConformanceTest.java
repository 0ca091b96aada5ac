package org.ringfence.assessment.authentication.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.assessment.authentication.KnownAnswers;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.SharedSuite;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.assessment.authentication.signature.BodyHashes;
import org.ringfence.assessment.authentication.signature.KeyAnswer;
import org.ringfence.assessment.authentication.signature.KeySource;
import org.ringfence.assessment.authentication.signature.MessageSignature;
import org.ringfence.assessment.authentication.signature.RawField;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.assessment.authentication.signature.TagReader;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/**
 * Verifies the messages of Apache James jDKIM's corpora.
 *
 * <p>They are of 2006, when rsa-sha1 and 512-bit keys were in use. A message that was good then
 * must come to PASS, or to POLICY for nothing but that weakness (RFC 8301): either way its octets
 * match. A bad one must not match, one to be ignored must be NEUTRAL. {@code
 * conformance/dkim-deviations.txt} in the test resources argues every other outcome. Messages with
 * a DomainKey-Signature alone (RFC 4870) are left out.
 */
@EnabledIf(
    value = "suiteIsExpected",
    disabledReason = "The shared conformance messages are not there and CI is not set.")
final class DkimConformanceTest {
  private static final String[] GOOD = {"good", "mine_", "no_body_", "multiple_"};
  private static final List<String> WEAK =
      List.of("The algorithm rsa-sha1 is too weak.", "The RSA key is shorter than 1024 bits.");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

  private final TreeMap<String, List<MethodResult>> otherwise = new TreeMap<>();
  private int messages;

  static boolean suiteIsExpected() {
    return SharedSuite.isExpected("dkim");
  }

  @Test
  void mailDkimCorpus_comesToTheResultExpected() throws IOException {
    Path folder = SharedSuite.folder("dkim").resolve("Mail-DKIM");
    var verifier = new DkimVerifier(dns(folder.resolve("FAKE_DNS.dat")), CLOCK);
    for (Path file : files(folder.resolve("corpus"), ".txt")) {
      compare(verifier, file);
    }
    report("Mail-DKIM");

    assertThat(messages).isEqualTo(55);
    assertThat(otherwise.keySet())
        .as(otherwise.toString())
        .isEqualTo(SharedSuite.argued("dkim-deviations.txt"));
  }

  /** The keys of these are long gone, so the bodies alone are compared. */
  @Test
  void jdkimCorpus_hasTheBodiesThatWereSigned() throws IOException {
    for (Path file : files(SharedSuite.folder("dkim").resolve("corpus"), ".eml")) {
      messages++;
      RawMessage message = RawMessage.read(Octets.of(Files.readAllBytes(file)), Limits.standard());
      RawField field = message.all("DKIM-Signature").getFirst();
      MessageSignature signature = MessageSignature.read(new TagReader(field.body()));
      boolean isGood = !file.getFileName().toString().startsWith("FAIL_");

      assertThat(
              signature.matches(BodyHashes.of(message.body(), List.of(signature)).get(signature)))
          .as(file.toString())
          .isEqualTo(isGood);
    }
    assertThat(messages).isEqualTo(7);
  }

  /** What the drafts sign is what RFC 6376 signs; so they prove canonicalization and hashing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "good_ietf01_1", "good_ietf01_2", "mine_ietf01_1", "mine_ietf01_2", "mine_ietf01_3",
        "mine_ietf01_4", "mine_ietf05_1", "no_body_1", "no_body_2", "no_body_3"
      })
  void draftSignatures_match(String name) throws IOException {
    Path folder = SharedSuite.folder("dkim").resolve("Mail-DKIM");
    byte[] octets = Files.readAllBytes(folder.resolve("corpus").resolve(name + ".txt"));
    RawMessage message = RawMessage.read(Octets.of(octets), Limits.standard());
    RawField field = message.all("DKIM-Signature").getFirst();
    MessageSignature signature = MessageSignature.read(new TagReader(field.body()));
    KeyAnswer key =
        new KeySource(dns(folder.resolve("FAKE_DNS.dat")))
            .find(signature.domain(), signature.selector(), signature.algorithm());

    assertThat(signature.matches(BodyHashes.of(message.body(), List.of(signature)).get(signature)))
        .isTrue();
    assertThat(key)
        .isInstanceOfSatisfying(
            KeyAnswer.Found.class,
            found -> assertThat(signature.verifies(message, field, found.key())).isTrue());
  }

  private void compare(DkimVerifier verifier, Path file) throws IOException {
    String name = file.getFileName().toString();
    List<MethodResult> results = verify(verifier, file);
    if (results.getFirst().code() == ResultCode.NONE) {
      return;
    }
    messages++;
    if (!isAsExpected(name, results)) {
      otherwise.put(name, results);
    }
  }

  private static boolean isAsExpected(String name, List<MethodResult> results) {
    if (Stream.of(GOOD).anyMatch(name::startsWith)) {
      return results.stream().anyMatch(DkimConformanceTest::matches);
    }
    if (name.startsWith("ignore_")) {
      return results.stream().allMatch(result -> result.code() == ResultCode.NEUTRAL);
    }
    return results.stream().noneMatch(DkimConformanceTest::matches);
  }

  private static boolean matches(MethodResult result) {
    return switch (result.code()) {
      case PASS -> true;
      case POLICY -> WEAK.stream().reduce(result.reason(), (r, w) -> r.replace(w, "")).isBlank();
      case NONE, FAIL, SOFTFAIL, NEUTRAL, TEMPERROR, PERMERROR -> false;
    };
  }

  private static List<MethodResult> verify(DkimVerifier verifier, Path file) throws IOException {
    Octets octets = Octets.of(Files.readAllBytes(file));
    return verifier.verify(RawMessage.read(octets, Limits.standard())).stream()
        .map(DkimResult::result)
        .toList();
  }

  private void report(String corpus) {
    System.out.println(
        corpus + ": " + (messages - otherwise.size()) + " of " + messages + " as expected");
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** One record a line: name, white space, record; NXDOMAIN, or trouble between tildes. */
  private static Resolver dns(Path file) throws IOException {
    var dns = new KnownAnswers();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\\s+", 2);
      if (line.startsWith("#") || parts.length < 2 || parts[1].equals("NXDOMAIN")) {
        continue;
      }
      if (parts[1].startsWith("~~")) {
        dns.answer(parts[0], Resolver.Type.TXT, new Answer.Trouble(parts[1].replace("~", "")));
      } else {
        dns.txt(parts[0], parts[1]);
      }
    }
    return dns;
  }
}
