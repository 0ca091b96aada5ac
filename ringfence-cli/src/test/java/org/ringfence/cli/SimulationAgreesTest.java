package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.arrival.parse.HeaderText;
import org.ringfence.cli.Simulation.ForRecipient;
import org.ringfence.cli.Simulation.Result;
import org.ringfence.cli.mailbox.Found;
import org.ringfence.cli.mailbox.MailFinder;
import org.ringfence.custody.Keep;
import org.ringfence.custody.Standing;
import org.ringfence.decision.policy.MailFlowRules;
import org.ringfence.effect.act.BodyEdits;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.EditedMessage;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.effect.act.Marking;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.act.Policy;
import org.ringfence.effect.act.RulePolicy;
import org.ringfence.effect.act.Wording;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.PolicyAction;
import org.ringfence.knowledge.PolicyFile;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;
import org.ringfence.mail.TrustBoundary;
import org.ringfence.reception.Answer;
import org.ringfence.reception.Care;
import org.ringfence.reception.Handover;
import org.ringfence.reception.Reception;
import org.ringfence.reception.ReceptionSettings;
import org.ringfence.reception.Work;

/**
 * What {@code policy simulate} foretells, and what is then done: the same rules are tried on mails
 * and enforced at a door, and for each recipient the two are held together.
 *
 * <p>Of the mails in the folders every {@code ringfence.every}th is taken, every twentieth unless
 * said otherwise.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SimulationAgreesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final List<String> RECIPIENTS =
      List.of("anna@contoso.example", "accounts@example.org", "reception@example.org");
  private static final int EVERY = Integer.getInteger("ringfence.every", 20);

  private final SiteOptions site = site();
  private final Assembly assembly =
      new Wiring(
          new Console(
              InputStream.nullInputStream(),
              System.out,
              System.err,
              Set.of(),
              Map.of(),
              Shell.ROOT));
  private final Map<Octets, CaseRecord> judged = new HashMap<>();
  private final Function<Arrival, CaseRecord> judge = assembly.assemble(site).judge();
  private final KeepingStore store = new KeepingStore();

  private static SiteOptions site() {
    SiteOptions site = new SiteOptions();
    site.ocr = SiteOptions.Ocr.OFF;
    site.ownDomains.addAll(List.of("contoso.example", "example.org"));
    return site;
  }

  /** Both sides are given the same findings: what is held together is what follows from them. */
  private CaseRecord once(Arrival arrival) {
    synchronized (judged) {
      return judged.computeIfAbsent(arrival.octets(), _ -> judge.apply(arrival));
    }
  }

  private static Arrival addressed(Arrival arrival) {
    return new Arrival(
        arrival.client(),
        new Envelope(Optional.of("someone@example.net"), RECIPIENTS),
        arrival.octets(),
        Optional.of(NOW));
  }

  private MailFlowRules rules(String name) throws IOException {
    Path file = Shell.ROOT.resolve("knowledge/policy").resolve(name);
    return MailFlowRules.compile(
        PolicyFile.read(name, Octets.of(Files.readAllBytes(file))),
        assembly.vocabulary(site.knowledge));
  }

  private Reception reception(Policy policy, Set<String> fields) {
    Editing editing =
        new Editing(
            new Marking(TrustBoundary.none(), false, fields),
            new Wording(assembly.notices(site.knowledge), ""),
            BodyEdits.ALLOWED,
            Limits.standard());
    return new Reception(
        new Work(this::once, policy, editing, _ -> ""),
        new Care(store, store, () -> NOW, () -> new byte[10]),
        new ReceptionSettings(
            FailMode.TEMP_FAIL,
            FailMode.TEMP_FAIL,
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            1,
            false,
            ReceptionSettings.Memory.COUNT),
        System::nanoTime);
  }

  private List<Octets> mails() {
    List<Octets> mails = new ArrayList<>();
    int[] seen = {0};
    MailFinder finder =
        new MailFinder(Limits.standard().messageBytes(), new ByteArrayInputStream(new byte[0]));
    for (String place : List.of("knowledge/platforms", "fixtures", "../shared/corpora")) {
      Path folder = Shell.ROOT.resolve(place);
      if (Files.isDirectory(folder)) {
        finder.find(
            folder.toString(),
            found -> {
              if (found instanceof Found.Mail mail && seen[0]++ % EVERY == 0) {
                mails.add(mail.octets());
              }
            });
      }
    }
    assertThat(mails).hasSizeGreaterThan(50);
    return mails;
  }

  private static Answer received(Reception reception, Octets mail) throws IOException {
    return reception.receive(
        new Handover(
            new Handover.Door("lmtp", Handover.Ability.EACH),
            "-",
            addressed(Arrival.ofFile(mail)),
            EditedMessage.header(mail),
            true),
        () -> {});
  }

  @ParameterizedTest
  @ValueSource(strings = {"default.yaml", "examples.yaml"})
  void whatSimulationForetells_isDone(String name) throws IOException {
    MailFlowRules rules = rules(name);
    Simulation simulation =
        new Simulation(rules, this::once, SimulationAgreesTest::addressed, List.of(), () -> NOW);
    RulePolicy enforced = new RulePolicy(rules.enforced(), () -> NOW);
    Map<String, Integer> counts = new TreeMap<>();
    try (Reception reception = reception(enforced, enforced.fields())) {
      for (Octets mail : mails()) {
        Result.Tried foretold = (Result.Tried) simulation.of(new Found.Mail("mail", mail));
        Answer answer = received(reception, mail);
        Optional<KeepingStore.AsKept> kept = Optional.ofNullable(store.kept.poll());
        for (ForRecipient one : foretold.decisions()) {
          assertDone(one, answer, kept.map(KeepingStore.AsKept::keeps).orElse(List.of()));
          one.enforced().words().forEach(word -> counts.merge(word, 1, Integer::sum));
          counts.merge("(recipients)", 1, Integer::sum);
        }
      }
    }
    // Shown where all are taken.
    System.out.println(name + ": " + counts);
    assertThat(counts).containsKeys("quarantine", "mark");
  }

  private static void assertDone(ForRecipient foretold, Answer answer, List<Keep> keeps) {
    String recipient = foretold.recipient();
    Answer.Step step =
        answer.parts().stream()
            .filter(part -> part.recipients().contains(recipient))
            .map(Answer.Part::step)
            .reduce((one, other) -> fail(recipient))
            .orElseThrow();
    Optional<Keep> keep =
        keeps.stream().filter(one -> one.recipient().equals(recipient)).findFirst();
    assertThat(fate(answer, recipient))
        .isEqualTo(foretold.enforced().route().map(PolicyAction::word).orElse("deliver"));
    foretold
        .enforced()
        .route()
        .ifPresentOrElse(
            route -> assertGoes(route, step, keep),
            () -> assertThat(step).isInstanceOf(Answer.Deliver.class));
    Optional<MessageEdits> edits =
        step instanceof Answer.Deliver(MessageEdits own) ? Optional.of(own) : keep.map(Keep::edits);
    foretold.enforced().effects().stream()
        .filter(effect -> effect.action() instanceof PolicyAction.Edit)
        .forEach(effect -> assertEdited(effect.rule(), effect.action(), edits, keeps));
  }

  private static Answer.Step fail(String recipient) {
    throw new AssertionError(recipient + " is in two parts of the answer.");
  }

  private static String fate(Answer answer, String recipient) {
    return answer.entry().fates().stream()
        .filter(fate -> fate.recipient().equals(recipient))
        .findFirst()
        .orElseThrow()
        .did();
  }

  private static void assertGoes(PolicyAction.Route route, Answer.Step step, Optional<Keep> keep) {
    Optional<Standing> standing = keep.map(Keep::standing);
    switch (route) {
      case PolicyAction.Quarantine() ->
          assertThat(standing).get().isInstanceOf(Standing.Quarantined.class);
      case PolicyAction.Hold(Duration time, PolicyAction.Hold.End end) ->
          assertThat(standing)
              .get()
              .isInstanceOfSatisfying(
                  Standing.Held.class,
                  held -> {
                    assertThat(held.until()).isEqualTo(NOW.plus(time));
                    assertThat(held.end()).isEqualTo(end);
                  });
      case PolicyAction.Redirect(String mailbox) ->
          assertThat(standing)
              .get()
              .isInstanceOfSatisfying(
                  Standing.Waiting.class, waiting -> assertThat(waiting.to()).isEqualTo(mailbox));
      case PolicyAction.Reject(String text) -> {
        assertThat(keep).isEmpty();
        assertThat(step)
            .isInstanceOfSatisfying(
                Answer.Refuse.class,
                refused -> assertThat(refused.reply().line()).isEqualTo("550 5.7.1 " + text));
      }
    }
  }

  /** A refused mail is changed for nobody. */
  private static void assertEdited(
      String rule, PolicyAction action, Optional<MessageEdits> edits, List<Keep> keeps) {
    List<HeaderEdit.Add> added = edits.map(MessageEdits::added).orElse(List.of());
    switch (action) {
      case PolicyAction.Mark() ->
          edits.ifPresent(
              _ -> assertThat(added).contains(new HeaderEdit.Add("X-Ringfence-Policy", rule)));
      case PolicyAction.Header(String name, String body) ->
          edits.ifPresent(_ -> assertThat(added).contains(new HeaderEdit.Add(name, body)));
      case PolicyAction.SubjectTag(String text) ->
          edits.ifPresent(
              one -> assertThat(subjects(one)).anySatisfy(now -> assertThat(now).contains(text)));
      case PolicyAction.Banner _, PolicyAction.DisarmNumber _ ->
          edits.ifPresent(
              _ -> assertThat(added).extracting(HeaderEdit.Add::name).contains("X-Ringfence-Body"));
      case PolicyAction.Copy(String mailbox) ->
          assertThat(keeps)
              .filteredOn(keep -> keep.recipient().equals(mailbox))
              .singleElement()
              .extracting(Keep::standing)
              .isInstanceOf(Standing.Waiting.class);
      case PolicyAction.None(), PolicyAction.Route _ -> {}
    }
  }

  /** The subjects that are written, as a reader sees them. */
  private static List<String> subjects(MessageEdits edits) {
    Stream<String> changed = edits.changed().stream().map(HeaderEdit.Change::body);
    Stream<String> added =
        edits.added().stream()
            .filter(field -> field.name().equals("Subject"))
            .map(HeaderEdit.Add::body);
    return Stream.concat(changed, added).map(HeaderText::shown).toList();
  }

  @Test
  void rulesOnAudit_leaveEachMailAsItIsWithoutRules() throws IOException {
    RulePolicy audited = new RulePolicy(rules("default.yaml"), () -> NOW);
    try (Reception with = reception(audited, audited.fields());
        Reception without = reception(CallbackChoice.MARK, Set.of())) {
      for (Octets mail : mails()) {
        assertThat(sent(with, mail)).isEqualTo(sent(without, mail));
      }
    }
    assertThat(store.kept).isEmpty();
  }

  /** The octets that each recipient gets. */
  private static Map<String, String> sent(Reception reception, Octets mail) throws IOException {
    Map<String, String> sent = new TreeMap<>();
    for (Answer.Part part : received(reception, mail).parts()) {
      assertThat(part.step()).isInstanceOf(Answer.Deliver.class);
      String text =
          EditedMessage.of(mail, ((Answer.Deliver) part.step()).edits())
              .decode(StandardCharsets.ISO_8859_1);
      assertThat(text).doesNotContain("X-Ringfence-Policy:");
      part.recipients().forEach(recipient -> sent.put(recipient, text));
    }
    return sent;
  }
}
