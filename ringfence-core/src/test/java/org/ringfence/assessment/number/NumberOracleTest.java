package org.ringfence.assessment.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringfence.arrival.fold.FoldedMessage;
import org.ringfence.arrival.fold.Folding;
import org.ringfence.arrival.parse.MessageParser;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/**
 * Measures our reading of real mail against {@code findNumbers} of libphonenumber, which knows no
 * disguises and takes identifiers for numbers: neither is the truth, but a drift between them is a
 * fault of ours.
 */
@EnabledIf("isMeasurable")
class NumberOracleTest {
  private static final Path CORPORA = NumberCases.ROOT.resolve("../shared/corpora").normalize();
  private static final int LONGEST_TEXT = 30_000;

  private final NumberCases cases = new NumberCases();
  private final NumberReader reader = new NumberReader(NumberCases.numbering(), List.of("US"));
  private final Folding folding = new Folding();
  private final MessageParser parser =
      new MessageParser(Limits.standard(), System::nanoTime, List.of());

  static boolean isMeasurable() {
    return Files.isDirectory(CORPORA) || System.getenv("CI") != null;
  }

  @ParameterizedTest
  @CsvSource({
    "callback, 1, 0.03, 0.30",
    "genuine, 2, 0.03, 0.03",
    "phishing-with-phone, 4, 0.10, 0.10",
    "ham, 12, 0.20, 0.10"
  })
  void realMail_isReadMuchAsFindNumbersReadsIt(
      String corpus, int every, double mostMissed, double mostMore) throws IOException {
    Tally tally = new Tally();
    List<Path> mails = mails(corpus);
    for (int i = 0; i < mails.size(); i += every) {
      compare(folding.fold(parser.parse(Octets.of(Files.readAllBytes(mails.get(i))))), tally);
    }
    System.out.println(corpus + ": " + tally);
    assertThat(tally.missed.size()).isLessThanOrEqualTo((int) (tally.theirs * mostMissed) + 1);
    assertThat(tally.more.size()).isLessThanOrEqualTo((int) (tally.ours * mostMore) + 1);
  }

  private void compare(FoldedMessage message, Tally tally) {
    List<CallbackNumber> numbers = reader.read(message, cases.lures(message, "en"));
    for (var surface : message.surfaces()) {
      if (surface.text().length() > LONGEST_TEXT) {
        continue;
      }
      Set<String> ours =
          numbers.stream()
              .filter(n -> n.evidence().surface().equals(surface.surface()))
              .map(CallbackNumber::e164)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      tally.add(ours, oracle(surface.text()));
    }
  }

  private static Set<String> oracle(String text) {
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    Set<String> found = new LinkedHashSet<>();
    for (PhoneNumberMatch match : plans.findNumbers(text, "US", Leniency.VALID, 1_000)) {
      found.add(plans.format(match.number(), PhoneNumberFormat.E164));
    }
    return found;
  }

  private static List<Path> mails(String corpus) throws IOException {
    try (Stream<Path> files = Files.walk(CORPORA.resolve(corpus))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What both found, and what only one did. */
  private static final class Tally {
    private final List<String> missed = new ArrayList<>();
    private final List<String> more = new ArrayList<>();
    private int ours;
    private int theirs;

    void add(Set<String> own, Set<String> other) {
      ours += own.size();
      theirs += other.size();
      other.stream().filter(number -> !own.contains(number)).forEach(missed::add);
      own.stream().filter(number -> !other.contains(number)).forEach(more::add);
    }

    @Override
    public String toString() {
      return String.format(
          "%d numbers, findNumbers %d; it alone %d, we alone %d",
          ours, theirs, missed.size(), more.size());
    }
  }
}
