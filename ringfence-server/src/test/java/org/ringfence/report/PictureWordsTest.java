package org.ringfence.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringfence.mail.Span;

class PictureWordsTest {
  private static String shown(String text) {
    char[] words = PictureWords.safe(text, text.length());
    return PictureWords.tidy(words, 0, words.length);
  }

  @Test
  void charactersThatAct_areGone() {
    assertThat(shown("a\u202eb\u0000c\ud83d\u2066d\u001b[31m")).isEqualTo("a b c d [31m");
    assertThat(shown("one\u2028two\n\n\n\nthree \t four")).isEqualTo("one\ntwo\n\nthree four");
    assertThat(shown("naïve 😀 日本")).isEqualTo("naïve 😀 日本");
  }

  @Test
  void number_losesItsSecondHalfInAnyWriting() {
    for (String number :
        new String[] {"+1 (808) 555-0142", "８０８５５５０１４２", "eight zero eight five"}) {
      char[] words = ("call " + number + " now").toCharArray();
      PictureWords.mask(words, new Span(5, 5 + number.length()));
      String masked = new String(words);
      assertThat(masked).startsWith("call ").endsWith(" now").contains("•");
      assertThat(masked.substring(5 + number.length() / 2, 5 + number.length()))
          .doesNotContainPattern("[\\p{L}\\p{N}]");
    }
  }
}
