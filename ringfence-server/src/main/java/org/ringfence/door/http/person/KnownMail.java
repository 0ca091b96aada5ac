package org.ringfence.door.http.person;

import java.util.Optional;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Summary;
import org.ringfence.report.Json;
import org.ringfence.report.RecipientReport;

/**
 * What is remembered of a mail; little or nothing where the site wants little remembered, or its
 * time is over. Whoever called needs help all the same.
 *
 * @param entry the case
 * @param report what its page is made of
 */
record KnownMail(Optional<CaseEntry> entry, Optional<RecipientReport> report) {
  private static final Json JSON = new Json();

  static KnownMail of(CaseId id, PersonParts.Records records) {
    Optional<CaseEntry> entry = records.book().find(id);
    return new KnownMail(
        entry,
        entry
            .map(found -> found.summary().page())
            .filter(page -> !page.isEmpty())
            .map(page -> JSON.read(page, RecipientReport.class)));
  }

  /** Nothing. */
  static KnownMail none() {
    return new KnownMail(Optional.empty(), Optional.empty());
  }

  /** Its language, empty where it is not known. */
  String language() {
    return report.map(known -> known.advice().language()).orElse("");
  }

  /** The number that it wants called, else the first; a dash where it shows none. */
  String number() {
    return entry
        .flatMap(
            known ->
                known.summary().numbers().stream()
                    .filter(Summary.Telephone::called)
                    .findFirst()
                    .or(() -> known.summary().numbers().stream().findFirst()))
        .map(Summary.Telephone::e164)
        .orElse("–");
  }
}
