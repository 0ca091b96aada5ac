package org.ringfence.assessment.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DomainNameTest {
  @ParameterizedTest
  @CsvSource({
    "example.org, example.org",
    "EXAMPLE.Org., example.org",
    "b\u00fccher.example, xn--bcher-kva.example",
    "_dmarc.example.org, _dmarc.example.org",
    "example, example",
  })
  void name_isThatOfTheDns(String text, String value) {
    assertThat(DomainName.of(text)).contains(new DomainName(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a..b",
        ".a",
        "a b",
        "[192.0.2.1]",
        "***",
        "a/b",
        "a\u0000b",
        "stra\u00dfe.example",
        "x\u200dy.example",
        "example.org..",
        "a@b"
      })
  void whatIsNoName_isNone(String text) {
    assertThat(DomainName.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, org", "2, example.org", "3, a.example.org", "9, a.example.org"})
  void last_keepsTheRightLabels(int count, String value) {
    assertThat(new DomainName("a.example.org").last(count).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, example.org, true",
    "a.example.org, example.org, true",
    "aexample.org, example.org, false",
    "org, example.org, false",
  })
  void nameBelow_endsWithADotAndTheOther(String name, String other, boolean isBelow) {
    assertThat(new DomainName(name).isOrIsBelow(new DomainName(other))).isEqualTo(isBelow);
  }

  @Property(tries = 1_000)
  void arbitraryText_isReadOrNot(@ForAll String text) {
    DomainName.of(text).ifPresent(name -> assertThat(DomainName.of(name.value())).contains(name));
  }
}
