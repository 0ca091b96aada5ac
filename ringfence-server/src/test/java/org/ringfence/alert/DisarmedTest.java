package org.ringfence.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisarmedTest {
  @Test
  void addressesAndMarkup_areWordsAlone() {
    assertThat(Disarmed.of("see https://evil.example/x?y"))
        .isEqualTo("see https[:]//evil[.]example/x?y");
    assertThat(Disarmed.of("<https://evil.example|our portal> *now* [x](y) @channel"))
        .doesNotContain("<", ">", "|", "*", "](", "@", "://", "evil.");
    assertThat(Disarmed.of("a\r\nSubject: b\u202e\ud83d")).doesNotContain("\r", "\n", "\u202e");
    assertThat(Disarmed.of("x".repeat(5_000))).hasSize(300);
  }

  @Test
  void plainWords_stay() {
    assertThat(Disarmed.of("AnyDesk 471 882 119, um 14 Uhr – „Herr Müller“"))
        .isEqualTo("AnyDesk 471 882 119, um 14 Uhr – „Herr Müller“");
  }
}
