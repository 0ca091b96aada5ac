package org.ringfence.reception;

import java.util.List;
import java.util.Optional;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.Fate;
import org.ringfence.custody.Receipt;
import org.ringfence.custody.Summary;
import org.ringfence.decision.judge.Band;
import org.ringfence.mail.Envelope;
import org.ringfence.reception.ReceptionSettings.Memory;

/** Remembers as much of a mail as the site wants remembered. */
final class Remembering {
  private final CaseBook book;
  private final Memory memory;

  Remembering(CaseBook book, Memory memory) {
    this.book = book;
    this.memory = memory;
  }

  void remember(CaseEntry entry) {
    if (!entry.summary().verdict().equals(Band.CLEAR.key())) {
      book.record(entry);
      return;
    }
    switch (memory) {
      case ALL -> book.record(entry);
      case FACTS -> book.record(facts(entry));
      case COUNT -> book.count(entry);
    }
  }

  private static CaseEntry facts(CaseEntry entry) {
    Receipt receipt = entry.receipt();
    Summary summary = entry.summary();
    return new CaseEntry(
        entry.id(),
        new Receipt(
            receipt.door(),
            "",
            receipt.at(),
            Optional.empty(),
            Envelope.unknown(),
            receipt.octets()),
        new Summary(
            summary.verdict(),
            summary.reason(),
            summary.score(),
            "",
            "",
            summary.platform(),
            summary.notification(),
            summary.standing(),
            summary.road(),
            summary.hallmarks(),
            List.of(),
            "",
            summary.elapsed()),
        entry.fates().stream().map(fate -> new Fate("", fate.did(), fate.rules())).toList());
  }
}
