package org.ringfence.effect.act;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringfence.decision.policy.Decision;
import org.ringfence.decision.policy.Facts;
import org.ringfence.decision.policy.MailFlowRules;
import org.ringfence.decision.policy.View;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.PolicyAction;
import org.ringfence.knowledge.PolicyFile.Mode;
import org.ringfence.mail.Arrival;

/**
 * A site's mail flow rules as a policy of the doors.
 *
 * <p>The rules decide for each recipient; those for whom the same is decided share one ruling.
 */
public final class RulePolicy implements Policy {
  private final MailFlowRules rules;
  private final InstantSource clock;

  /**
   * @param clock tells the day, of UTC, for rules that expire
   */
  public RulePolicy(MailFlowRules rules, InstantSource clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** The view that the rules have of a mail, for {@code recipient}; empty where nobody knows. */
  public View view(CaseRecord record, Arrival arrival, String recipient) {
    String address = recipient.toLowerCase(Locale.ROOT);
    return View.of(
        new Facts(
            new Facts.Delivery(
                arrival.client(), arrival.envelope(), address, rules.file().groupsOf(address)),
            record.message(),
            record.authenticated(),
            record.path(),
            record.recognition(),
            record.tenant(),
            record.numbers(),
            record.findings(),
            record.verdict()));
  }

  /** What is done about a mail for one recipient. */
  public Decision decide(CaseRecord record, Arrival arrival, String recipient) {
    return rules.decide(view(record, arrival, recipient), today());
  }

  /** The day that counts for rules that expire. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @Override
  public List<Ruling> decide(CaseRecord record, Arrival arrival) {
    List<String> recipients = arrival.envelope().rcptTo();
    if (recipients.isEmpty()) {
      return List.of(ruling(List.of(), decide(record, arrival, "")));
    }
    Map<Ruling, List<String>> alike = new LinkedHashMap<>();
    for (String recipient : recipients) {
      Ruling ruling = ruling(List.of(), decide(record, arrival, recipient));
      alike.computeIfAbsent(ruling, _ -> new ArrayList<>()).add(recipient);
    }
    return alike.entrySet().stream()
        .map(
            one ->
                new Ruling(
                    one.getValue(),
                    one.getKey().disposition(),
                    one.getKey().wishes(),
                    one.getKey().rules()))
        .toList();
  }

  private static Ruling ruling(List<String> recipients, Decision decision) {
    return new Ruling(
        recipients,
        disposition(decision),
        wishes(decision),
        decision.outcomes().stream().map(RulePolicy::logged).distinct().toList());
  }

  private static Wishes wishes(Decision decision) {
    return new Wishes(
        decision.effects().stream().flatMap(RulePolicy::field).distinct().toList(),
        asked(decision, PolicyAction.SubjectTag.class).map(PolicyAction.SubjectTag::text).toList(),
        asked(decision, PolicyAction.Banner.class).map(PolicyAction.Banner::text).toList(),
        asked(decision, PolicyAction.DisarmNumber.class)
            .map(PolicyAction.DisarmNumber::how)
            .max(Comparator.naturalOrder()),
        asked(decision, PolicyAction.Copy.class).map(PolicyAction.Copy::mailbox).toList());
  }

  private static <T extends PolicyAction> Stream<T> asked(Decision decision, Class<T> kind) {
    return decision.effects().stream()
        .map(Decision.Effect::action)
        .filter(kind::isInstance)
        .map(kind::cast)
        .distinct();
  }

  /** The names of the header fields that the rules write themselves, in lower case. */
  public Set<String> fields() {
    return rules.file().rules().stream()
        .flatMap(rule -> rule.then().stream())
        .filter(PolicyAction.Header.class::isInstance)
        .map(action -> ((PolicyAction.Header) action).name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<HeaderEdit.Add> field(Decision.Effect effect) {
    return switch (effect.action()) {
      case PolicyAction.Mark() ->
          Stream.of(new HeaderEdit.Add("X-Ringfence-Policy", effect.rule()));
      case PolicyAction.Header(String name, String body) ->
          Stream.of(new HeaderEdit.Add(name, body));
      case PolicyAction.SubjectTag _,
          PolicyAction.Banner _,
          PolicyAction.DisarmNumber _,
          PolicyAction.Copy _,
          PolicyAction.None(),
          PolicyAction.Route _ ->
          Stream.empty();
    };
  }

  private static String logged(Decision.Outcome outcome) {
    return switch (outcome) {
      case Decision.Applied(String rule, Mode mode) -> mode == Mode.AUDIT ? rule + "(audit)" : rule;
      case Decision.Failed(String rule, String _) -> rule + "(failed)";
    };
  }

  private static Disposition disposition(Decision decision) {
    return decision.effects().stream()
        .filter(effect -> effect.action() instanceof PolicyAction.Route)
        .findFirst()
        .map(effect -> disposition(effect.rule(), effect.action()))
        .orElseGet(Disposition.Deliver::new);
  }

  private static Disposition disposition(String rule, PolicyAction action) {
    return switch (action) {
      case PolicyAction.Quarantine() -> new Disposition.Quarantine(rule);
      case PolicyAction.Hold(Duration time, PolicyAction.Hold.End end) ->
          new Disposition.Hold(rule, time, end);
      case PolicyAction.Redirect(String mailbox) -> new Disposition.Redirect(mailbox);
      case PolicyAction.Reject(String text) ->
          new Disposition.Reject(new SmtpReply(550, "5.7.1", text));
      case PolicyAction.Edit _, PolicyAction.None() -> new Disposition.Deliver();
    };
  }
}
