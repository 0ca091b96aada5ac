package org.ringfence.door.http.console;

import org.ringfence.custody.Statistics.Sighting;

/** A telephone number as a line of a list. */
public record NumberRow(
    String e164,
    String first,
    String last,
    String firstCase,
    String lastCase,
    long mails,
    long called,
    String brands) {
  /** The line of a number. */
  static NumberRow of(Sighting seen) {
    return new NumberRow(
        seen.e164(),
        Shown.time(seen.first()),
        Shown.time(seen.last()),
        seen.firstCase().text(),
        seen.lastCase().text(),
        seen.mails(),
        seen.called(),
        String.join(", ", seen.brands().stream().limit(4).map(Shown::title).toList()));
  }
}
