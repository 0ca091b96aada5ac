package org.ringfence.cli.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Finds out what became of the mails: from the API, and from what came out at the other end. */
public final class Outcomes {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Set<String> UNDER_WAY = Set.of("waiting", "sending");

  private final DemoApi api;
  private final MailSink sink;

  public Outcomes(DemoApi api, MailSink sink) {
    this.api = api;
    this.sink = sink;
  }

  /** A question that is asked again until it is answered with yes. */
  private interface Question {
    boolean isSo() throws IOException, InterruptedException;
  }

  /**
   * Waits until every mail is remembered and none is on its way any more.
   *
   * @throws IOException where that takes too long
   */
  public void settle(List<DemoMail> mails) throws IOException, InterruptedException {
    until("not all mails are remembered", () -> known().containsAll(ids(mails)));
    until("mails are still on their way", () -> api.kept().stream().noneMatch(this::isUnderWay));
  }

  private static void until(String otherwise, Question question)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (!question.isSo()) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new IOException(
            "After "
                + PATIENCE.toSeconds()
                + " s "
                + otherwise
                + ". Try again on a quieter machine.");
      }
      Thread.sleep(50);
    }
  }

  private static Set<String> ids(List<DemoMail> mails) {
    return mails.stream().map(DemoMail::queueId).collect(Collectors.toSet());
  }

  private Set<String> known() throws IOException, InterruptedException {
    return api.cases().stream().map(one -> text(one, "queueId")).collect(Collectors.toSet());
  }

  private boolean isUnderWay(JsonNode kept) {
    return UNDER_WAY.contains(kept.at("/standing/state").asString(""));
  }

  /** What became of each, in their order. */
  public List<Outcome> of(List<DemoMail> mails) throws IOException, InterruptedException {
    List<JsonNode> cases = api.cases();
    List<JsonNode> kept = api.kept();
    List<Outcome> outcomes = new ArrayList<>();
    for (DemoMail mail : mails) {
      outcomes.add(outcome(mail, of(mail, cases, "/queueId"), of(mail, kept, "/mail/queueId")));
    }
    return outcomes;
  }

  private static List<JsonNode> of(DemoMail mail, List<JsonNode> all, String pointer) {
    return all.stream().filter(one -> one.at(pointer).asString("").equals(mail.queueId())).toList();
  }

  private Outcome outcome(DemoMail mail, List<JsonNode> cases, List<JsonNode> kept)
      throws IOException, InterruptedException {
    JsonNode first = cases.getFirst();
    String id = text(first, "id");
    String verdict = text(first, "verdict");
    return new Outcome(
        mail,
        id,
        verdict,
        first.path("score").asDouble(),
        verdict.equals("clear") ? "" : api.foremost(id),
        mail.recipients().stream().map(one -> part(one, id, first, kept)).toList());
  }

  private Outcome.Part part(String recipient, String id, JsonNode entry, List<JsonNode> kept) {
    JsonNode fate =
        entry.path("fates").values().stream()
            .filter(one -> text(one, "recipient").equals(recipient))
            .findFirst()
            .orElse(MissingNode.getInstance());
    List<String> rules =
        fate.path("rules").values().stream().map(rule -> rule.asString("")).toList();
    return new Outcome.Part(recipient, what(recipient, id, text(fate, "did"), kept), rules);
  }

  private String what(String recipient, String id, String did, List<JsonNode> kept) {
    List<Delivered> out =
        sink.delivered().stream().filter(one -> one.mark("case").equals(id)).toList();
    List<Delivered> here = out.stream().filter(one -> one.recipient().equals(recipient)).toList();
    if (did.equals("redirect")) {
      return "redirected to "
          + out.stream().map(Delivered::recipient).distinct().collect(Collectors.joining(", "));
    }
    if (!here.isEmpty()) {
      boolean isReleased = did.equals("quarantine") || did.equals("hold");
      return isReleased ? "released, and delivered" : here.getFirst().form();
    }
    return kept.stream()
        .filter(one -> text(one, "recipient").equals(recipient))
        .findFirst()
        .map(one -> standing(one.path("standing")))
        .orElse(did);
  }

  private static String standing(JsonNode standing) {
    return text(standing, "state").equals("held")
        ? "held until "
            + text(standing, "until").substring(11, 16)
            + " UTC, then: "
            + text(standing, "end")
        : text(standing, "state");
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  /**
   * Does what an administrator does who has looked at a mail and found it harmless.
   *
   * @throws IOException where it does not come out then
   */
  public void release(Outcome outcome) throws IOException, InterruptedException {
    api.release(outcome.id());
    settle(List.of());
  }
}
