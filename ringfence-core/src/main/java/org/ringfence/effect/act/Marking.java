package org.ringfence.effect.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringfence.assessment.authentication.results.AuthenticationResultsField;
import org.ringfence.assessment.authentication.results.TrustedResults;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.ParseDefect;
import org.ringfence.mail.TrustBoundary;

/**
 * The header fields that tell the next host what was found out, and those that must not.
 *
 * <p>Attack: a sender writes {@code X-Ringfence-Verdict: clear}, or results in our own name, and
 * the rule of a mailbox believes him. So every {@code X-Ringfence-} field that comes in is removed,
 * and every Authentication-Results field that bears a name of ours where strangers write, or that
 * cannot be read (RFC 8601 §5), whether the message could be judged or not.
 *
 * <p>Nothing that is signed by the usual signers is touched: a DKIM signature that held still
 * holds.
 */
public final class Marking {
  /** What all our fields' names begin with, in lower case. */
  private static final String OURS = "x-ringfence-";

  /** Beyond these, part of the message was not read. */
  private static final Set<ParseDefect.Kind> UNREAD =
      Set.of(
          ParseDefect.Kind.LIMIT_REACHED, ParseDefect.Kind.TIME_OUT, ParseDefect.Kind.UNREADABLE);

  private final TrustedResults results;
  private final boolean writesResults;
  private final Set<String> siteFields;

  /**
   * @param boundary whose Authentication-Results are kept
   * @param writesResults whether we authenticate ourselves, so that the results are ours to tell
   */
  public Marking(TrustBoundary boundary, boolean writesResults) {
    this(boundary, writesResults, Set.of());
  }

  /**
   * @param boundary whose Authentication-Results are kept
   * @param writesResults whether we authenticate ourselves, so that the results are ours to tell
   * @param siteFields the names, in lower case, of fields that the site's own rules write: a sender
   *     who writes them is no more believed than one who writes ours
   */
  public Marking(TrustBoundary boundary, boolean writesResults, Set<String> siteFields) {
    this.results = new TrustedResults(boundary.authservIds(), boundary.ownReceived());
    this.writesResults = writesResults;
    this.siteFields = Set.copyOf(siteFields);
  }

  /**
   * The edits for a judged message.
   *
   * @param received the header section as the door received it, whole
   * @param caseId the name under which the message is remembered
   */
  public MessageEdits judged(CaseRecord record, HeaderSection received, String caseId) {
    List<HeaderEdit.Add> added = new ArrayList<>();
    if (writesResults) {
      added.add(
          new HeaderEdit.Add(
              AuthenticationResultsField.NAME,
              AuthenticationResultsField.print(record.authenticated().results())));
    }
    added.add(ours("Verdict", record.verdict().band().key()));
    added.add(ours("Score", String.format(Locale.ROOT, "%.4f", record.verdict().score())));
    platform(record.recognition()).ifPresent(text -> added.add(ours("Platform", text)));
    record.tenant().ifPresent(tenant -> added.add(ours("Tenant", key(tenant.standing()))));
    list("Hallmarks", record.present().stream().map(found -> found.hallmark()).toList(), added);
    list("Unread", unread(record.message().defects()), added);
    added.add(ours("Case", caseId));
    return new MessageEdits(removed(received), added);
  }

  /**
   * The edits for a message that was not judged.
   *
   * @param reason one plain sentence, without words of the message
   * @param caseId the name under which the message is remembered
   */
  public MessageEdits notJudged(String reason, HeaderSection received, String caseId) {
    return new MessageEdits(
        removed(received),
        List.of(ours("Verdict", "not-judged"), ours("Reason", reason), ours("Case", caseId)));
  }

  private static HeaderEdit.Add ours(String name, String body) {
    return new HeaderEdit.Add("X-Ringfence-" + name, body);
  }

  private static void list(String name, List<String> words, List<HeaderEdit.Add> added) {
    if (!words.isEmpty()) {
      added.add(ours(name, String.join(", ", words)));
    }
  }

  private static Optional<String> platform(Recognition recognition) {
    return switch (recognition) {
      case Recognition.Notification one ->
          Optional.of(one.platform() + "; notification=" + one.kind());
      case Recognition.UnknownForm(String platform, var _) ->
          Optional.of(platform + "; notification=unknown");
      case Recognition.LookAlike(String platform, var _) -> Optional.of(platform + "; look-alike");
      case Recognition.Unrecognised() -> Optional.empty();
    };
  }

  private static List<String> unread(List<ParseDefect> defects) {
    return defects.stream()
        .map(ParseDefect::kind)
        .filter(UNREAD::contains)
        .map(Marking::key)
        .distinct()
        .sorted()
        .toList();
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<HeaderEdit.Remove> removed(HeaderSection received) {
    Set<Integer> doubted =
        results.choose(received).doubted().stream()
            .map(TrustedResults.Doubted::index)
            .collect(Collectors.toCollection(HashSet::new));
    Map<String, Integer> seen = new HashMap<>();
    List<HeaderEdit.Remove> removed = new ArrayList<>();
    for (int i = 0; i < received.fields().size(); i++) {
      HeaderField field = received.fields().get(i);
      String name = field.name().toLowerCase(Locale.ROOT);
      int occurrence = seen.merge(name, 1, Integer::sum);
      if (name.startsWith(OURS) || siteFields.contains(name) || doubted.contains(i)) {
        removed.add(new HeaderEdit.Remove(field.name(), occurrence));
      }
    }
    return removed;
  }
}
