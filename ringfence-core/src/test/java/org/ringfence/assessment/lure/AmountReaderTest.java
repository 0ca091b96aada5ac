package org.ringfence.assessment.lure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.ringfence.arrival.fold.Folding;
import org.ringfence.knowledge.CurrencySigns;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

class AmountReaderTest {
  private static final Folding FOLDING = new Folding();
  private static final AmountReader READER =
      new AmountReader(
          List.of(
              new CurrencySigns("USD", 2, List.of("$", "usd")),
              new CurrencySigns("JPY", 0, List.of("¥", "円"))),
          new FoldedWords(FOLDING));

  @Property
  void anyText_yieldsSumsInOrderAndApart(@ForAll("texts") String text) {
    int end = 0;
    for (Amount amount : read(text)) {
      assertThat(amount.start()).isGreaterThanOrEqualTo(end);
      assertThat(amount.end()).isGreaterThan(amount.start());
      assertThat(amount.value().signum()).isNotNegative();
      end = amount.end();
    }
  }

  @Property
  void sumInEitherOrthography_isReadBack(@ForAll @LongRange(max = 99_999_999_999L) long cents) {
    BigDecimal sum = BigDecimal.valueOf(cents, 2);
    String english = String.format(Locale.ENGLISH, "%,.2f", sum);
    String german = String.format(Locale.GERMAN, "%,.2f", sum);

    assertThat(read("$" + english)).extracting(Amount::value).containsExactly(sum);
    assertThat(read(german + " USD")).extracting(Amount::value).containsExactly(sum);
    assertThat(read(sum.toPlainString() + "円")).extracting(Amount::value).containsExactly(sum);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("0123 .,'$usd¥円:/-\nx%").ofMaxLength(60);
  }

  private static List<Amount> read(String text) {
    return READER.read(FOLDING.fold(new Surface(SurfaceKind.PLAIN_TEXT, Place.part("1"), text)));
  }
}
