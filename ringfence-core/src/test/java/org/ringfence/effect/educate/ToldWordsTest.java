package org.ringfence.effect.educate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldWordsTest {
  @ParameterizedTest
  @CsvSource({
    "Visa 4111 1111 1111 1111 told,   Visa …1111 told",
    "4111-1111-1111-1111,             …1111",
    "my 378282246310005,              my …0005",
    "ticket 4111111111111112,         ticket 4111111111111112",
    "+1 (808) 555-0142,               +1 (808) 555-0142",
    "2026-11-20 10:15,                2026-11-20 10:15",
    "389.90 USD,                      389.90 USD",
    "123 456 789 (AnyDesk),           123 456 789 (AnyDesk)"
  })
  void cardNumbers_areCutToTheirLastFour(String typed, String kept) {
    assertThat(ToldWords.clean(typed, false)).isEqualTo(kept);
  }

  @Test
  void numberCalled_staysAsItIs() {
    assertThat(ToldWords.clean("4111111111111111", true)).isEqualTo("4111111111111111");
  }

  @Test
  void charactersThatAct_becomeSpaces() {
    assertThat(ToldWords.clean("a\r\nb\u0000c\u202Ed\u2028e\uD800f", false))
        .isEqualTo("a  b c d e f");
  }

  @Test
  void longWords_areCut() {
    assertThat(ToldWords.clean("🂡".repeat(5000), false)).isEqualTo("🂡".repeat(ToldWords.MOST));
  }
}
