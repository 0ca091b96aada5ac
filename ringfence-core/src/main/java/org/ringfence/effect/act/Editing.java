package org.ringfence.effect.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ringfence.decision.judge.Band;
import org.ringfence.effect.act.body.BodyEditing;
import org.ringfence.effect.act.body.Disarming;
import org.ringfence.effect.act.body.Rewriting;
import org.ringfence.effect.act.body.Rewriting.Reason;
import org.ringfence.effect.act.body.Warning;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/**
 * Works out what is changed in a message, as a site wants it. May be shared between threads.
 *
 * <p>Nothing in a message makes it throw: where a body cannot be changed it stays, and a field of
 * the header says why. A changed body is never the only protection: a mail server may send the old
 * one on if our connection breaks.
 */
public final class Editing {
  private static final String MIME_VERSION = "MIME-Version";

  private final Marking marking;
  private final Optional<Wording> wording;
  private final BodyEdits bodyEdits;
  private final BodyEditing bodies;
  private final Optional<PageLinks> links;

  /**
   * Header fields and subjects alone: no body is changed.
   *
   * @param marking the header fields that every message gets and loses
   */
  public Editing(Marking marking) {
    this(
        marking,
        Optional.empty(),
        BodyEdits.HEADERS_ONLY,
        new BodyEditing(Limits.standard(), Editing::changed),
        Optional.empty());
  }

  /**
   * All that rules ask for.
   *
   * @param marking the header fields that every message gets and loses
   * @param wording what readers are told
   * @param bodyEdits whether bodies are changed
   * @param limits how much of a hostile message is read
   */
  public Editing(Marking marking, Wording wording, BodyEdits bodyEdits, Limits limits) {
    this(
        marking,
        Optional.of(wording),
        bodyEdits,
        new BodyEditing(limits, Editing::changed),
        Optional.empty());
  }

  private Editing(
      Marking marking,
      Optional<Wording> wording,
      BodyEdits bodyEdits,
      BodyEditing bodies,
      Optional<PageLinks> links) {
    this.marking = marking;
    this.wording = wording;
    this.bodyEdits = bodyEdits;
    this.bodies = bodies;
    this.links = links;
  }

  /** The same, with links to the page that explains a mail. */
  public Editing with(PageLinks others) {
    return new Editing(marking, wording, bodyEdits, bodies, Optional.of(others));
  }

  /** The same without such links. */
  public Editing withoutLinks() {
    return links.isEmpty()
        ? this
        : new Editing(marking, wording, bodyEdits, bodies, Optional.empty());
  }

  /**
   * A message to be edited.
   *
   * @param octets the message as received
   * @param header its header section as the door counts it, whole
   * @param whole whether {@code octets} are all of it; of one that is cut no body can be put
   *     together
   * @param caseId the name under which it is remembered
   */
  public record Original(Octets octets, HeaderSection header, boolean whole, String caseId) {}

  /** The edits for a judged message. */
  public MessageEdits judged(CaseRecord record, Ruling ruling, Original original) {
    Wishes wishes = ruling.wishes();
    Optional<String> link = link(record, ruling, original);
    MessageEdits marks =
        marking
            .judged(record, original.header(), original.caseId())
            .with(link.map(address -> field("Page", address)).stream().toList());
    return wishes.subjectTags().isEmpty() && !isAboutText(wishes)
        ? marks.with(wishes.fields())
        : edited(marks, record, wishes, original, link);
  }

  /** A link names one recipient, so a form of the mail that several get has none. */
  private Optional<String> link(CaseRecord record, Ruling ruling, Original original) {
    boolean warns = record.verdict().band() != Band.CLEAR || !ruling.wishes().banners().isEmpty();
    return warns && ruling.recipients().size() == 1
        ? links.map(made -> made.to(original.caseId(), ruling.recipients().getFirst()))
        : Optional.empty();
  }

  /** Whether each recipient's form of the message is his own: the link in its warning names him. */
  public boolean isPersonal(Ruling ruling) {
    return links.isPresent() && wording.isPresent() && !ruling.wishes().banners().isEmpty();
  }

  /**
   * The edits for a message that was not judged.
   *
   * @param reason one plain sentence, without words of the message
   */
  public MessageEdits notJudged(String reason, Original original) {
    return marking.notJudged(reason, original.header(), original.caseId());
  }

  private static boolean isAboutText(Wishes wishes) {
    return !wishes.banners().isEmpty() || wishes.disarm().isPresent();
  }

  private MessageEdits edited(
      MessageEdits marks,
      CaseRecord record,
      Wishes wishes,
      Original original,
      Optional<String> link) {
    Optional<Numbers> numbers =
        wording
            .flatMap(words -> wishes.disarm().map(how -> Numbers.of(record, how, words)))
            .filter(found -> !found.areNone());
    Optional<Disarming> disarming = numbers.map(Numbers::disarming);
    Optional<Warning> warning =
        wording
            .filter(_ -> !wishes.banners().isEmpty())
            .map(words -> words.warning(record, wishes.banners(), link));
    SubjectEdits subject = SubjectEdits.of(original.octets(), wishes.subjectTags(), disarming);
    List<HeaderEdit.Add> added = new ArrayList<>(marks.added());
    List<HeaderEdit.Change> changed = new ArrayList<>(subject.changed());
    Optional<Rewriting> rewriting =
        isAboutText(wishes) && (numbers.isPresent() || !wishes.banners().isEmpty())
            ? Optional.of(rewriting(original, warning, disarming))
            : Optional.empty();
    Optional<Rewriting.Rewritten> rewritten = rewriting.flatMap(Editing::rewritten);
    rewriting.ifPresent(what -> added.add(field("Body", told(what))));
    numbers.ifPresent(
        found -> added.add(field("Disarmed", found.done(rewritten, subject.masked()))));
    rewritten.ifPresent(
        what -> {
          MessageEdits own = fields(what.fields(), original.header());
          changed.addAll(own.changed());
          added.addAll(own.added());
          if (!what.fields().isEmpty() && original.header().first(MIME_VERSION).isEmpty()) {
            added.add(new HeaderEdit.Add(MIME_VERSION, "1.0"));
          }
        });
    added.addAll(subject.added());
    added.addAll(wishes.fields());
    return new MessageEdits(
        marks.removed(),
        changed,
        added,
        rewritten.filter(Rewriting.Rewritten::isNew).map(Rewriting.Rewritten::body));
  }

  private Rewriting rewriting(
      Original original, Optional<Warning> warning, Optional<Disarming> disarming) {
    if (bodyEdits == BodyEdits.HEADERS_ONLY) {
      return new Rewriting.LeftAlone(Reason.NOT_WANTED);
    }
    if (!original.whole()) {
      return new Rewriting.LeftAlone(Reason.NOT_WHOLE);
    }
    try {
      return bodies.rewrite(original.octets(), warning, disarming);
    } catch (RuntimeException | StackOverflowError fault) {
      // The guard of this step: the marks of a dangerous mail must not be lost with its warning.
      return new Rewriting.LeftAlone(Reason.FAILED);
    }
  }

  private static Optional<Rewriting.Rewritten> rewritten(Rewriting rewriting) {
    return switch (rewriting) {
      case Rewriting.Rewritten done -> Optional.of(done);
      case Rewriting.LeftAlone _ -> Optional.empty();
    };
  }

  private static String told(Rewriting rewriting) {
    return switch (rewriting) {
      case Rewriting.Rewritten done when done.warned() -> "warned";
      case Rewriting.Rewritten done -> done.isNew() ? "changed" : "unchanged";
      case Rewriting.LeftAlone(Reason reason) ->
          "left-alone; " + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  private static HeaderEdit.Add field(String name, String body) {
    return new HeaderEdit.Add("X-Ringfence-" + name, body);
  }

  /** A part of the message with other fields and another body. */
  private static Octets changed(Octets entity, Map<String, String> fields, Octets body) {
    MessageEdits edits = fields(fields, EditedMessage.header(entity));
    return EditedMessage.of(
        entity, new MessageEdits(List.of(), edits.changed(), edits.added(), Optional.of(body)));
  }

  /** Each field in the place of the one there, or new. */
  private static MessageEdits fields(Map<String, String> fields, HeaderSection header) {
    List<HeaderEdit.Change> changed = new ArrayList<>();
    List<HeaderEdit.Add> added = new ArrayList<>();
    fields.forEach(
        (name, body) -> {
          Optional<HeaderField> there = header.first(name);
          there.ifPresent(old -> changed.add(new HeaderEdit.Change(old.name(), 1, body)));
          if (there.isEmpty()) {
            added.add(new HeaderEdit.Add(name, body));
          }
        });
    return new MessageEdits(List.of(), changed, added, Optional.empty());
  }
}
