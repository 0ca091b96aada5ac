package org.ringfence.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisibleTextTest {
  @Test
  void escapeSequence_isNamedNotObeyed() {
    assertThat(VisibleText.line("\u001b[2Jcleared")).isEqualTo("⟨U+001B⟩[2Jcleared");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x07, 0x08, 0x1B, 0x7F, 0x85, 0x9B, 0x9D, 0xAD, 0x034F, 0x061C, 0x115F, 0x180E,
        0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x206F, 0x2800, 0x3164,
        0xFE00, 0xFEFF, 0xFFA0, 0xFFF9, 0xE000, 0xE0041, 0xE0101
      })
  void characterThatActsOrHides_isNamed(int code) {
    String shown = VisibleText.line("a" + Character.toString(code) + "b");
    assertThat(shown).isEqualTo(String.format(java.util.Locale.ROOT, "a⟨U+%04X⟩b", code));
  }

  @Test
  void loneSurrogate_isNamed() {
    assertThat(VisibleText.line("a\uD800b")).isEqualTo("a⟨U+D800⟩b");
  }

  @Test
  void longRunOfInvisibles_isCountedOnce() {
    assertThat(VisibleText.line("pre" + "\u034F \u200C ".repeat(800) + "header"))
        .isEqualTo("pre⟨1600 invisible characters⟩ header");
  }

  @Test
  void otherScriptsAndEmoji_stayAsTheyAre() {
    String text = "Zahlung über 389,90 € — 請求 فاتورة ❤️ 👩‍💻";
    assertThat(VisibleText.line(text)).isEqualTo(text);
  }

  @Test
  void variationSelectorBetweenDigits_isNamed() {
    assertThat(VisibleText.line("8\uFE0F0\u200D8")).isEqualTo("8⟨U+FE0F⟩0⟨U+200D⟩8");
  }

  @Test
  void lineBreaks_becomeSpacesOnALineAndStayInABlock() {
    assertThat(VisibleText.line("a\r\nb\u2028c\td")).isEqualTo("a b c d");
    assertThat(VisibleText.block("a\r\nb\u2028c\td")).isEqualTo("a\nb\nc\td");
  }

  @Test
  void longLine_losesItsMiddle() {
    String shown = VisibleText.line("x".repeat(500), 30);
    assertThat(shown).hasSizeLessThan(33).contains(" … ");
  }

  @Test
  void addresses_cannotBeFollowed() {
    assertThat(Defanged.of("see HTTPS://a.example/x, www.b.example or TEL:+18085550142, at 10:30"))
        .isEqualTo("see HTTPS[:]//a.example/x, www[.]b.example or TEL[:]+18085550142, at 10:30");
  }
}
