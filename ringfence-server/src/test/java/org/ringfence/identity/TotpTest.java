package org.ringfence.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpTest {
  private static final Totp RFC =
      Totp.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

  /** RFC 6238, appendix B, the last six digits of the values for SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void code_isThatOfTheStandard(long seconds, String code) {
    assertThat(RFC.code(Instant.ofEpochSecond(seconds))).isEqualTo(code);
  }

  @Test
  void code_isTakenHalfAMinuteEarlyOrLateAndOnce() {
    long step = NOW.getEpochSecond() / 30;
    assertThat(RFC.step(RFC.code(NOW.minusSeconds(30)), NOW, 0))
        .isEqualTo(OptionalLong.of(step - 1));
    assertThat(RFC.step(RFC.code(NOW.plusSeconds(30)), NOW, 0))
        .isEqualTo(OptionalLong.of(step + 1));
    assertThat(RFC.step(RFC.code(NOW.plusSeconds(60)), NOW, 0)).isEmpty();
    assertThat(RFC.step(RFC.code(NOW.minusSeconds(60)), NOW, 0)).isEmpty();
    assertThat(RFC.step(RFC.code(NOW), NOW, step)).isEmpty();
  }

  @Test
  void strangeCodes_areWrong() {
    for (String code : new String[] {"", "50471", "0050471", "٠٥٠٤٧١", "050471\0"}) {
      assertThat(RFC.step(code, NOW, 0)).isEmpty();
    }
  }

  @Test
  void secret_isBase32AndNotPrinted() {
    assertThat(RFC.secret()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(RFC.toString()).doesNotContain("GEZD");
    assertThatThrownBy(() -> new Totp("no&issuer=x")).isInstanceOf(IllegalArgumentException.class);
  }
}
