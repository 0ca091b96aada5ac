package org.ringfence.door.http.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringfence.arrival.parse.MessageParser;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;
import org.ringfence.mail.Surface;
import org.ringfence.report.CaseReport;
import org.ringfence.report.Key;

/**
 * The words of one place of a mail, cut where the evidence begins and ends. What only documents and
 * pictures hold is not among them: to open those again, here, would be a second way to be attacked.
 *
 * @param place what it is, for people
 * @param runs its words in their order
 */
public record MailText(String place, List<Run> runs) {
  private static final int MOST_PLACES = 60;
  private static final int MOST_EACH = 20_000;
  private static final int MOST_MARKS = 200;

  /**
   * Some words.
   *
   * @param evidence whether they led to a finding
   */
  public record Run(String words, boolean evidence) {}

  /** The words of a message. */
  static List<MailText> of(Octets message, Optional<CaseReport> report) {
    return new MessageParser(Limits.standard(), System::nanoTime, List.of())
        .parse(message).surfaces().stream()
            .filter(surface -> !surface.text().isBlank())
            .limit(MOST_PLACES)
            .map(surface -> of(surface, report.stream().flatMap(MailText::quotes).toList()))
            .toList();
  }

  private record Quoted(String surface, String words) {}

  private static Stream<Quoted> quotes(CaseReport report) {
    return Stream.concat(
        report.hallmarks().stream()
            .flatMap(hallmark -> hallmark.places().stream())
            .map(quote -> new Quoted(quote.surface(), quote.quote())),
        report.numbers().stream().map(number -> new Quoted(number.surface(), number.raw())));
  }

  private static MailText of(Surface surface, List<Quoted> quotes) {
    String kind = Key.of(surface.kind());
    String text = surface.text().substring(0, Math.min(surface.text().length(), MOST_EACH));
    boolean[] marked = new boolean[text.length()];
    quotes.stream()
        .filter(quote -> quote.surface().equals(kind) && !quote.words().isBlank())
        .limit(MOST_MARKS)
        .forEach(quote -> mark(text, quote.words(), marked));
    String where = Shown.surface(kind);
    String place = surface.place().toString();
    return new MailText(place.equals(where) ? where : where + ", " + place, runs(text, marked));
  }

  private static void mark(String text, String words, boolean[] marked) {
    int at = text.indexOf(words);
    for (int times = 0; at >= 0 && times < MOST_MARKS; times++) {
      for (int i = at; i < at + words.length(); i++) {
        marked[i] = true;
      }
      at = text.indexOf(words, at + words.length());
    }
  }

  private static List<Run> runs(String text, boolean[] marked) {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || marked[i] != marked[start]) {
        runs.add(new Run(Shown.block(text.substring(start, i)), marked[start]));
        start = i;
      }
    }
    return runs;
  }
}
