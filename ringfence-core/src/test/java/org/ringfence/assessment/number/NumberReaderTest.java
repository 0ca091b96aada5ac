package org.ringfence.assessment.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.arrival.fold.FoldedMessage;
import org.ringfence.assessment.lure.Lures;
import org.ringfence.assessment.number.NumberCases.ExpectedNumber;
import org.ringfence.assessment.number.NumberCases.NumberCase;
import org.ringfence.knowledge.Numbering;
import org.ringfence.mail.Link;
import org.ringfence.mail.Place;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

class NumberReaderTest {
  private static final Numbering NUMBERING = NumberCases.numbering();

  private final NumberCases cases = new NumberCases();
  private final NumberReader reader = new NumberReader(NUMBERING, List.of());

  static Stream<Named<NumberCase>> caseFiles() {
    return NumberCases.files().map(file -> Named.of(name(file), NumberCases.read(file)));
  }

  @ParameterizedTest
  @MethodSource("caseFiles")
  void caseFile_showsTheNumbersItNames(NumberCase given) {
    NumberReader own = new NumberReader(NUMBERING, given.siteRegions());
    Surface surface = NumberCases.surface(given.kind(), given.text());
    assertThat(cases.read(own, given.language(), surface).stream().map(ExpectedNumber::of))
        .containsExactlyElementsOf(given.expected());
  }

  @Test
  void telLink_isCallToActionWhereItsTextAsks() {
    Surface dialled = NumberCases.surface(SurfaceKind.TEL_LINK, "+18085550142");
    assertThat(numbers(linked("Press here to call", "tel:+18085550142"), dialled))
        .singleElement()
        .matches(CallbackNumber::callToAction);
    assertThat(numbers(linked("Our office", "tel:+18085550142"), dialled))
        .singleElement()
        .matches(number -> !number.callToAction());
  }

  @Test
  void sameNumberTwice_isListedForEachSurface() {
    Surface subject = NumberCases.surface(SurfaceKind.SUBJECT, "Call 808-555-0142");
    Surface text = NumberCases.surface(SurfaceKind.PLAIN_TEXT, "Call 808-555-0142");
    assertThat(numbers(subject, text))
        .extracting(n -> n.evidence().surface().kind())
        .containsExactly(SurfaceKind.SUBJECT, SurfaceKind.PLAIN_TEXT);
  }

  @Test
  void manyReferenceNumbers_doNotCrowdOutTheOneToCall() {
    String decoys = "808-555-0199 x\n".repeat(5_000);
    Surface text =
        NumberCases.surface(SurfaceKind.PLAIN_TEXT, decoys + "\n\nCall 808-555-0142 now");
    assertThat(numbers(text)).extracting(CallbackNumber::e164).contains("+18085550142");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 ",
        "1 ",
        "1-",
        "call 1 2 ",
        "8085 5501 ",
        "155-155-0142\n",
        "call 808-555-0142\n",
        "((((1)",
        "+12 34 56 78 90 12 ",
        "@1",
        "1/a.b",
        "%28",
        "eight ",
        "l-",
        "8o-",
        "1-800-flo ",
        "tel:",
        ".1",
        "order 808-555-0142 ",
        "call eight zero "
      })
  void hostileText_isReadInTimeLinearInIt(String piece) {
    long small = bestNanos(piece.repeat(10_000 / piece.length()));
    long large = bestNanos(piece.repeat(160_000 / piece.length()));
    // Sixteen times the text: a quadratic reader would take 256 times as long. The room between is
    // for a busy machine.
    assertThat(large).isLessThan(small * 80 + Duration.ofMillis(60).toNanos());
  }

  private long bestNanos(String text) {
    Surface surface = NumberCases.surface(SurfaceKind.PLAIN_TEXT, text);
    FoldedMessage folded = cases.fold(surface);
    Lures lures = cases.lures(folded, "en");
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      reader.read(folded, lures);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  @Test
  void lineTypeAndRegion_areThoseOfTheNumberingPlan() {
    Surface text = NumberCases.surface(SurfaceKind.PLAIN_TEXT, "Call 1-888-555-0142");
    assertThat(numbers(text))
        .singleElement()
        .satisfies(
            number -> {
              assertThat(number.type()).isEqualTo(CallbackNumber.LineType.TOLL_FREE);
              assertThat(number.region()).isIn("US", "001");
            });
  }

  private List<CallbackNumber> numbers(Surface... surfaces) {
    return cases.read(reader, "en", surfaces);
  }

  private static Surface linked(String text, String target) {
    Link link = new Link(new Span(0, text.length()), target);
    return new Surface(SurfaceKind.VISIBLE_HTML, Place.part("1"), text, List.of(link));
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }
}
