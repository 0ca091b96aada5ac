package org.ringfence.effect.act;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ringfence.arrival.fold.FoldedMessage;
import org.ringfence.arrival.fold.Folding;
import org.ringfence.arrival.parse.MessageParser;
import org.ringfence.arrival.parse.calendar.CalendarReader;
import org.ringfence.assessment.authentication.AuthenticationResults;
import org.ringfence.assessment.authentication.source.Authenticated;
import org.ringfence.assessment.authentication.source.AuthorIdentity;
import org.ringfence.assessment.lure.LureReader;
import org.ringfence.assessment.lure.Lures;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.assessment.number.NumberReader;
import org.ringfence.assessment.path.DeliveryPath;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Explanation;
import org.ringfence.decision.judge.Verdict;
import org.ringfence.effect.educate.Advising;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.Catalog;
import org.ringfence.knowledge.Checking;
import org.ringfence.knowledge.KnowledgeFolders;
import org.ringfence.knowledge.Notices;
import org.ringfence.knowledge.PolicyAction.DisarmNumber;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Message;
import org.ringfence.mail.Octets;
import org.ringfence.mail.TrustBoundary;

/**
 * A mail, and what is wished to be changed in it: its field X-Ringfence-Wish says so, as in
 * "banner=Look out; disarm=mask; tag=[CALL]".
 */
final class EditCase {
  static final Path FOLDER = KnowledgeFolders.cases("edit");

  private final Catalog catalog;
  private final LureReader lures;
  private final NumberReader numbers;
  private final Advising advising;
  private final Folding folding = new Folding();
  private final Editing editing;
  private final MessageParser parser =
      new MessageParser(Limits.standard(), System::nanoTime, List.of(new CalendarReader()));

  EditCase(BodyEdits bodyEdits) {
    KnowledgeFolders shipped = new KnowledgeFolders(KnowledgeFolders.shipped());
    catalog = Catalog.read(shipped, Checking.BINDING);
    lures = new LureReader(catalog.vocabularies(), catalog.brands(), catalog.currencies(), folding);
    numbers = new NumberReader(catalog.numbering(), List.of());
    advising = new Advising(catalog.directory(), catalog.brands(), catalog.platforms());
    Notices notices = Notices.read(shipped, catalog, Checking.BINDING);
    editing =
        new Editing(
            new Marking(TrustBoundary.none(), false),
            new Wording(notices, ""),
            bodyEdits,
            Limits.standard());
  }

  static Octets file(String name) {
    try {
      return Octets.of(Files.readAllBytes(FOLDER.resolve(name)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Message read(Octets octets) {
    return parser.parse(octets);
  }

  /** The numbers that a mail shows. */
  List<CallbackNumber> numbers(Octets octets) {
    FoldedMessage folded = folding.fold(parser.parse(octets));
    return numbers.read(folded, lures.read(folded));
  }

  CaseRecord record(Octets octets) {
    Message message = parser.parse(octets);
    FoldedMessage folded = folding.fold(message);
    Lures found = lures.read(folded);
    List<CallbackNumber> shown = numbers.read(folded, found);
    Recognition recognition = new Recognition.Unrecognised();
    return new CaseRecord(
        message,
        new Authenticated(
            new AuthenticationResults("mx.example.org", List.of()),
            new AuthorIdentity.Unauthenticated("nobody"),
            List.of(),
            List.of(),
            List.of()),
        new DeliveryPath(new DeliveryPath.Road.Direct(), List.of(), false),
        recognition,
        Optional.empty(),
        shown,
        List.of(),
        new Verdict(Band.CALLBACK_PHISHING, 0.99, Map.of(), Explanation.leaf(0, "nothing")),
        advising.advise(recognition, found, shown),
        Duration.ZERO);
  }

  MessageEdits edits(Octets octets, Wishes wishes) {
    return edits(octets, wishes, true);
  }

  MessageEdits edits(Octets octets, Wishes wishes, boolean whole) {
    return edits(record(octets), octets, wishes, whole);
  }

  MessageEdits edits(CaseRecord record, Octets octets, Wishes wishes) {
    return edits(record, octets, wishes, true);
  }

  private MessageEdits edits(CaseRecord record, Octets octets, Wishes wishes, boolean whole) {
    return editing.judged(
        record,
        new Ruling(List.of(), new Disposition.Deliver(), wishes, List.of()),
        new Editing.Original(octets, EditedMessage.header(octets), whole, "case-1"));
  }

  Octets edited(Octets octets) {
    return EditedMessage.of(octets, edits(octets, wishes(octets)));
  }

  static Wishes wishes(Octets octets) {
    String wish =
        EditedMessage.header(octets)
            .first("X-Ringfence-Wish")
            .map(field -> field.body())
            .orElse("");
    List<String> tags = new ArrayList<>();
    List<String> banners = new ArrayList<>();
    Optional<DisarmNumber.How> disarm = Optional.empty();
    for (String one : wish.split("; ", -1)) {
      String value = one.substring(one.indexOf('=') + 1);
      switch (one.substring(0, Math.max(0, one.indexOf('=')))) {
        case "tag" -> tags.add(value);
        case "banner" -> banners.add(value);
        case "disarm" ->
            disarm = Optional.of(DisarmNumber.How.valueOf(value.toUpperCase(Locale.ROOT)));
        default -> {}
      }
    }
    return new Wishes(List.of(), tags, banners, disarm, List.of());
  }

  static String text(Octets octets) {
    return octets.decode(StandardCharsets.ISO_8859_1);
  }
}
