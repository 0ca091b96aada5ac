package org.ringfence.door.http.person;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ringfence.alert.Alert;
import org.ringfence.alert.Disarmed;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.custody.Response;
import org.ringfence.custody.Response.Kind;
import org.ringfence.effect.educate.CallAlert;
import org.ringfence.effect.educate.CallReport;
import org.ringfence.identity.CaseLink.Named;
import org.ringfence.knowledge.CallFact;
import org.ringfence.knowledge.Harm;
import org.ringfence.report.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the security desk of a call: as soon as it is known, whenever something worse is known, and
 * at the end.
 *
 * <p>Attack: whoever got hold of a link answers again and again, to flood the desk. So the same is
 * told once, and of one link there is a most that is told at all; those of others are not delayed.
 */
final class CallDesk {
  private static final Logger LOG = LoggerFactory.getLogger(CallDesk.class);
  private static final int MOST_OF_ONE = 12;
  private static final int MOST_LINKS = 10_000;
  private static final String PLAIN_ADDRESS = "[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,255}";

  private final PersonParts parts;
  private final Json json = new Json();
  private final Map<Named, Set<String>> heard =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Named, Set<String>> eldest) {
          return size() > MOST_LINKS;
        }
      };

  /** What was told, as it is kept. */
  record Kept(
      boolean finished, List<String> harms, Map<String, String> facts, List<List<String>> answers) {
    static Kept of(CallReport report) {
      Map<String, String> facts = new TreeMap<>();
      report.facts().forEach((fact, words) -> facts.put(fact.key(), words));
      return new Kept(
          report.isFinished(),
          report.harms().stream().map(Harm::key).toList(),
          facts,
          Answers.lines(report.answers()));
    }
  }

  CallDesk(PersonParts parts) {
    this.parts = parts;
  }

  /** Hears one more answer. */
  void hear(Visit visit, CallReport before, CallReport after) {
    boolean matters =
        before.answers().isEmpty()
            || after.isFinished()
            || !before.harms().containsAll(after.harms());
    if (matters && isNew(visit.named(), json.line(Kept.of(after)))) {
      tell(visit, after);
    }
  }

  private synchronized boolean isNew(Named named, String told) {
    Set<String> before = heard.computeIfAbsent(named, _ -> new HashSet<>());
    return before.size() < MOST_OF_ONE && before.add(told);
  }

  /** The alert goes out first: it must not wait for a store, nor fail with it. */
  private void tell(Visit visit, CallReport report) {
    CallAlert alert = alert(visit, report);
    String id = visit.named().id().text();
    LOG.warn(
        "Somebody called: case={} urgent={} harms={}",
        id,
        alert.urgent(),
        report.harms().stream().map(Harm::key).toList());
    parts
        .alerts()
        .send(
            new Alert(
                alert.alert().key(),
                alert.urgent(),
                visit.now(),
                alert.subject(),
                alert.text(),
                id,
                visit.named().recipient()));
    try {
      parts
          .records()
          .audit()
          .record(
              new AuditLog.Entry(
                  visit.now(), visit.named().recipient(), "called", id, alert.subject() + "."));
      parts
          .records()
          .responses()
          .record(
              new Response(
                  visit.named().id(),
                  visit.named().recipient(),
                  Kind.CALLED,
                  visit.now(),
                  json.line(Kept.of(report))));
    } catch (CustodyFailure failure) {
      LOG.error("Somebody called, and it could not be kept: case={}: {}", id, failure.getMessage());
    }
  }

  private CallAlert alert(Visit visit, CallReport report) {
    Map<CallFact, String> facts = new LinkedHashMap<>();
    report.facts().forEach((fact, words) -> facts.put(fact, Disarmed.of(words)));
    String recipient = visit.named().recipient();
    return CallAlert.of(
        visit.reading().guidance(),
        new CallReport(report.answers(), report.harms(), facts, report.next()),
        new CallAlert.Caller(
            recipient.matches(PLAIN_ADDRESS) ? recipient : Disarmed.of(recipient),
            visit.mail().number(),
            parts.site().cases().of(visit.named().id())));
  }
}
