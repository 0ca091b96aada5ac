package org.ringfence.assessment.authentication.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/** The examples of RFC 6376 §3.4.5, and the hashes that §3.4.3 and §3.4.4 print. */
final class CanonicalizationTest {
  private static final String MESSAGE = "A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n";

  @Test
  void relaxedHeader_isThatOfTheRfc() {
    assertThat(header(Canonicalization.RELAXED)).isEqualTo("a:X\r\nb:Y Z\r\n");
  }

  @Test
  void simpleHeader_isThatOfTheRfc() {
    assertThat(header(Canonicalization.SIMPLE)).isEqualTo("A: X\r\nB : Y\t\r\n\tZ  \r\n");
  }

  /** Expected bodies are hashed here as they stand; \r and \n are written as such. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "RELAXED| C \\r\\nD \\t E\\r\\n\\r\\n\\r\\n| C\\r\\nD E\\r\\n",
        "SIMPLE| C \\r\\nD \\t E\\r\\n\\r\\n\\r\\n| C \\r\\nD \\t E\\r\\n",
        "RELAXED|no line end|no line end\\r\\n",
        "SIMPLE|no line end|no line end\\r\\n",
        "SIMPLE|\\r\\n\\r\\n|\\r\\n",
        "RELAXED| \\t\\r\\n\\r\\n|''",
        "RELAXED|bare\\nfeeds\\n\\n|bare\\r\\nfeeds\\r\\n",
        "SIMPLE|lone\\rreturn\\r\\n|lone\\rreturn\\r\\n",
        "RELAXED|a\\r\\n\\r\\n\\r\\nb|a\\r\\n\\r\\n\\r\\nb\\r\\n",
      })
  void body_isCanonical(Canonicalization canonicalization, String body, String canonical) {
    assertThat(hash(canonicalization, real(body)))
        .isEqualTo(
            Octets.of(
                SigningAlgorithm.RSA_SHA256
                    .newDigest()
                    .digest(real(canonical).getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void emptyBody_hasTheHashesOfTheRfc() {
    assertThat(base64(hash(Canonicalization.SIMPLE, "")))
        .isEqualTo("frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=");
    assertThat(base64(hash(Canonicalization.RELAXED, "")))
        .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }

  private static String base64(Octets octets) {
    return Base64.getEncoder().encodeToString(octets.toByteArray());
  }

  private static String real(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
  }

  private static String header(Canonicalization canonicalization) {
    byte[] octets = MESSAGE.getBytes(StandardCharsets.US_ASCII);
    return RawMessage.read(Octets.of(octets), Limits.standard()).fields().stream()
        .map(field -> new String(canonicalization.field(field), StandardCharsets.US_ASCII))
        .collect(Collectors.joining());
  }

  private static Octets hash(Canonicalization canonicalization, String body) {
    var tags = new TagReader("a=rsa-sha256; c=simple/" + canonicalization.key());
    MessageSignature signature = MessageSignature.read(tags);
    Octets octets = Octets.of(body.getBytes(StandardCharsets.US_ASCII));
    return BodyHashes.of(octets, List.of(signature)).get(signature).value();
  }
}
