package org.ringfence.assessment.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

class NumberReaderPropertyTest {
  private static final Map<Character, String> WORDS =
      Map.of(
          '0', "zero", '1', "one", '2', "two", '3', "three", '4', "four", '5', "five", '6', "six",
          '7', "seven", '8', "eight", '9', "nine");

  private final NumberCases cases = new NumberCases();
  private final NumberReader reader = new NumberReader(NumberCases.numbering(), List.of("US"));

  @Property(tries = 2_000)
  void disguisedNumber_isStillTheSameNumber(
      @ForAll("areas") String area, @ForAll("disguises") UnaryOperator<String> disguise) {
    String plain = area + "-555-0142";
    String shown = disguise.apply(plain);
    assertThat(numbers("If this was not you, call " + shown + " at once."))
        .as(shown)
        .extracting(CallbackNumber::e164)
        .containsExactly("+1" + area + "5550142");
  }

  @Property(tries = 2_000)
  void anyText_isReadWithinItself(@ForAll("hostile") String text) {
    for (CallbackNumber number : numbers(text)) {
      assertThat(number.e164()).matches("\\+?[0-9]{3,15}");
      assertThat(number.evidence().span().length()).isPositive();
    }
  }

  @Provide
  Arbitrary<String> areas() {
    return Arbitraries.of("808", "864", "865", "805", "212", "305", "415", "800", "888", "866");
  }

  @Provide
  Arbitrary<UnaryOperator<String>> disguises() {
    Arbitrary<UnaryOperator<String>> single =
        Arbitraries.of(
            text -> text,
            text -> "+1 " + text,
            text -> "1-" + text,
            text -> eachDigit(text, digit -> Character.toString(0xFF10 + digit)),
            text -> eachDigit(text, digit -> Character.toString(0x1D7CE + digit)),
            text -> eachDigit(text, digit -> digit + "\u200B"),
            text -> eachDigit(text, digit -> digit + "\uFE0F\u20E3"),
            text -> eachDigit(text, digit -> digit + "\u034F"),
            text -> text.replace('-', '.'),
            text -> text.replace('-', ' '),
            text -> text.replace('-', '*'),
            text -> text.replace("-", " \u2022 "),
            text -> text.replace("-", ") - ("),
            text -> text.replace('0', 'O'),
            text -> text.replace("0142", "O142"),
            text -> text.replace("-", "%20"),
            text -> text.replaceFirst("-", "\n"));
    Arbitrary<UnaryOperator<String>> spelled =
        Arbitraries.just(text -> eachDigit(text, d -> " " + WORDS.get((char) ('0' + d)) + " "));
    return Arbitraries.frequencyOf(Tuple.of(17, single), Tuple.of(1, spelled));
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "1", "808", "0142", "+", "(", ")", "-", " ", "\n", "call ", "%28", "%3", "%", "tel:",
            "wa.me/", "@", "://", ".", "/", "one", "double ", "l", "oo", "flowers", "1-800-",
            "\u200B", "①", "\uD83D", "é", "$", "00", "#", "x", "20", "2026", ":", "de89 ", "order ",
            "電話");
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(120),
        pieces.list().ofMaxSize(40).map(parts -> String.join("", parts)));
  }

  private List<CallbackNumber> numbers(String text) {
    Surface surface = NumberCases.surface(SurfaceKind.PLAIN_TEXT, text);
    return cases.read(reader, "en", surface);
  }

  private static String eachDigit(String text, IntFunction<String> shown) {
    return text.chars()
        .mapToObj(c -> Character.isDigit(c) ? shown.apply(c - '0') : Character.toString(c))
        .collect(Collectors.joining());
  }
}
