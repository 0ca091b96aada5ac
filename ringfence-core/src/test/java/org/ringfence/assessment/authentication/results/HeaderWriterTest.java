package org.ringfence.assessment.authentication.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderWriterTest {
  @Test
  void shortBody_isOneLine() {
    assertThat(HeaderWriter.field("X-Test", "a b")).isEqualTo("X-Test: a b\r\n");
  }

  @Test
  void longBody_isFoldedAtSpaces() {
    String field = HeaderWriter.field("X-Test", "some words ".repeat(20));

    assertThat(field.lines()).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 78);
    assertThat(field.replace("\r\n ", " ").strip())
        .isEqualTo("X-Test: " + "some words ".repeat(20).strip());
  }

  @Test
  void lineEndsInTheBody_becomeSpaces() {
    assertThat(HeaderWriter.field("X-Test", "a\r\nX-Evil: 1\n\r\0b\u0085c"))
        .isEqualTo("X-Test: a X-Evil: 1 b?c\r\n");
  }

  @Test
  void emptyBody_isAField() {
    assertThat(HeaderWriter.field("X-Test", "\r\n \r\n")).isEqualTo("X-Test: \r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A B", "A:", "A\r\nB", "\u00e4"})
  void whatIsNoFieldName_isRefused(String name) {
    assertThatThrownBy(() -> HeaderWriter.field(name, "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
