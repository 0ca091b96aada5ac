package org.ringfence.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.cli.show.Titles;
import org.ringfence.decision.policy.MailFlowRules;
import org.ringfence.effect.act.BodyEdits;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.Marking;
import org.ringfence.effect.act.Policy;
import org.ringfence.effect.act.RulePolicy;
import org.ringfence.effect.act.Wording;
import org.ringfence.knowledge.Guidance;
import org.ringfence.knowledge.PolicyAction;
import org.ringfence.knowledge.PolicyFile.Mode;
import org.ringfence.knowledge.PolicyFile.Rule;
import org.ringfence.ledger.AlertLedger;
import org.ringfence.mail.Limits;
import org.ringfence.reception.ReceptionSettings;
import org.ringfence.reception.Work;
import org.ringfence.report.CaseReport;
import org.ringfence.report.Json;
import org.ringfence.report.RecipientReport;
import org.ringfence.settings.Settings;

/** Makes what mails are judged and decided by: at the start, and anew at each reload. */
final class JudgingWiring {
  private static final Duration PROGRESS = Duration.ofSeconds(5);

  /** Mails that are judged or wait for the DNS; each has a thread. */
  private static final int UNDER_WAY = 256;

  private final Assembly assembly;
  private final SiteOptions given;
  private final AlertLedger ledger;
  private final Places places;
  private final boolean sends;

  /**
   * @param given the options of the command
   * @param ledger copies of the site's own alerts
   * @param places how many mails are judged at once
   * @param sends whether there is a next hop; settings that are read later change nothing about it
   */
  JudgingWiring(
      Assembly assembly, SiteOptions given, AlertLedger ledger, Places places, boolean sends) {
    this.assembly = assembly;
    this.given = given;
    this.ledger = ledger;
    this.places = places;
    this.sends = sends;
  }

  /**
   * What is ready to be used.
   *
   * @param titles the names of hallmarks and platforms for people
   * @param rules the mail flow rules, in their order
   * @param guidance what recipients read; empty where there are no pages for them
   * @param inForce the rules in force, in a sentence for the operator
   */
  record Ready(
      Work work,
      ReceptionSettings bounds,
      Titles titles,
      List<Rule> rules,
      Optional<Guidance> guidance,
      String inForce) {}

  /**
   * All of it, made of {@code settings}.
   *
   * @throws CommandFailure where knowledge, inventory or rules cannot be used, or the rules enforce
   *     what cannot be done: a protection that is written down and not there would be worse than
   *     none
   */
  Ready ready(Settings settings) {
    SiteOptions site = ServeSite.of(settings, given);
    Decided decided = decided(settings, site);
    Marking marking =
        new Marking(
            site.authentication.boundary(),
            settings.authentication().source() == Settings.Source.DNS,
            decided.policy() instanceof RulePolicy rules ? rules.fields() : Set.of());
    Assembly.Assembled assembled = assembly.assemble(site, ledger, this::outside);
    UnaryOperator<String> titles = assembled.titles()::hallmark;
    Json json = new Json();
    Optional<PersonWiring> people = PersonWiring.of(settings);
    Editing editing = editing(marking, settings, site);
    Work work =
        new Work(
            arrival -> places.in(() -> assembled.judge().apply(arrival)),
            decided.policy(),
            people.map(PersonWiring::links).map(editing::with).orElse(editing),
            record -> json.line(CaseReport.of(record, titles)),
            record -> people.isEmpty() ? "" : json.line(RecipientReport.of(record)));
    return new Ready(
        work,
        bounds(settings),
        assembled.titles(),
        decided.rules(),
        people.map(_ -> assembly.guidance(site.knowledge)),
        decided.inForce());
  }

  private Resolver outside(Resolver resolver) {
    return (name, type) -> places.outside(() -> resolver.ask(name, type));
  }

  /** Has bundled mails judged beside the real ones; nobody is asked anything about them. */
  void warmUp(Settings settings) {
    SiteOptions site = new SiteOptions();
    site.knowledge.folder = settings.site().knowledge().orElse(null);
    site.ocr = SiteOptions.Ocr.OFF;
    site.authentication.source = AuthenticationOptions.Source.OFF;
    Assembly.Assembled assembled = assembly.assemble(site);
    new WarmUp(assembled.examples(), settings.judging().warmUp())
        .run(arrival -> places.in(() -> assembled.judge().apply(arrival)));
  }

  private Editing editing(Marking marking, Settings settings, SiteOptions site) {
    return new Editing(
        marking,
        new Wording(assembly.notices(site.knowledge), ""),
        settings.rules().bodyEdits() ? BodyEdits.ALLOWED : BodyEdits.HEADERS_ONLY,
        Limits.standard());
  }

  private ReceptionSettings bounds(Settings settings) {
    Settings.Doors doors = settings.doors();
    return new ReceptionSettings(
        doors.milter().failMode(),
        Map.of(
            "milter", doors.milter().failMode(),
            "smtp", doors.smtp().failMode(),
            "lmtp", doors.lmtp().failMode()),
        settings.store().failMode(),
        settings.judging().deadline(),
        PROGRESS,
        UNDER_WAY,
        settings.rules().quarantine() == Settings.Quarantine.MTA,
        sends,
        settings.store().clearMail());
  }

  /** A policy, and a sentence about it. */
  private record Decided(Policy policy, List<Rule> rules, String inForce) {}

  private Decided decided(Settings settings, SiteOptions site) {
    return settings
        .rules()
        .policy()
        .map(
            file -> {
              MailFlowRules rules = PolicySource.rules(file, assembly.vocabulary(site.knowledge));
              check(rules.file().rules(), settings);
              return new Decided(
                  new RulePolicy(rules, InstantSource.system()),
                  rules.file().rules(),
                  "Rules of " + file + ": " + counted(rules.file().rules()) + ".");
            })
        .orElseGet(
            () ->
                new Decided(
                    settings.rules().onCallback(),
                    List.of(),
                    "No rules: callback phishing is "
                        + switch (settings.rules().onCallback()) {
                          case MARK -> "delivered with its marks.";
                          case QUARANTINE -> "kept back.";
                          case REJECT -> "refused.";
                        }));
  }

  private static String counted(List<Rule> rules) {
    Map<Mode, Long> modes =
        rules.stream()
            .collect(
                Collectors.groupingBy(
                    Rule::mode, () -> new EnumMap<>(Mode.class), Collectors.counting()));
    return modes.getOrDefault(Mode.ENFORCE, 0L)
        + " enforced, "
        + modes.getOrDefault(Mode.AUDIT, 0L)
        + " on audit";
  }

  private void check(List<Rule> rules, Settings settings) {
    List<String> bodies = enforced(rules, JudgingWiring::changesTheBody);
    if (!bodies.isEmpty() && !settings.rules().bodyEdits()) {
      throw new CommandFailure(
          "These rules change subject or body, which breaks the signatures of the mail: "
              + String.join(", ", bodies)
              + ". Say rules.body-edits: true in the settings, or leave them on audit.");
    }
    List<String> sent = enforced(rules, JudgingWiring::isSentByUs);
    if (!sent.isEmpty() && !sends) {
      throw new CommandFailure(
          "These rules have Ringfence send mail itself: "
              + String.join(", ", sent)
              + ". Say next-hop.address in the settings and start Ringfence with it, or leave them"
              + " on audit.");
    }
  }

  private static List<String> enforced(List<Rule> rules, Predicate<PolicyAction> wanted) {
    return rules.stream()
        .filter(rule -> rule.mode() == Mode.ENFORCE)
        .flatMap(
            rule ->
                rule.then().stream()
                    .filter(wanted)
                    .map(action -> action.word() + " (" + rule.name() + ")"))
        .toList();
  }

  private static boolean changesTheBody(PolicyAction action) {
    return switch (action) {
      case PolicyAction.SubjectTag _, PolicyAction.Banner _, PolicyAction.DisarmNumber _ -> true;
      case PolicyAction.Mark(),
          PolicyAction.Header _,
          PolicyAction.Copy _,
          PolicyAction.None(),
          PolicyAction.Route _ ->
          false;
    };
  }

  private static boolean isSentByUs(PolicyAction action) {
    return switch (action) {
      case PolicyAction.Copy _, PolicyAction.Redirect _, PolicyAction.Hold _ -> true;
      case PolicyAction.Mark(),
          PolicyAction.Header _,
          PolicyAction.SubjectTag _,
          PolicyAction.Banner _,
          PolicyAction.DisarmNumber _,
          PolicyAction.None(),
          PolicyAction.Quarantine(),
          PolicyAction.Reject _ ->
          false;
    };
  }
}
