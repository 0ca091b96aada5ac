package org.ringfence.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.cli.mailbox.Found;
import org.ringfence.cli.show.Words;
import org.ringfence.decision.judge.Band;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.KnowledgeProblem;
import org.ringfence.knowledge.KnowledgeProblem.Severity;
import org.ringfence.mail.Arrival;

/**
 * The mails that a platform's profile brings as its own proof, put to the test.
 *
 * <p>A mail in {@code platforms/<id>/genuine} or {@code platforms/<id>/abused} must be recognised
 * as that platform's. A genuine one that is taken for a lure, and an abused one that is not even
 * suspicious, is a warning: that is the judge's doing as much as the profile's.
 */
final class PlatformExamples {
  private final KnowledgeFolder folder;
  private final Function<Arrival, CaseRecord> judge;

  PlatformExamples(KnowledgeFolder folder, Function<Arrival, CaseRecord> judge) {
    this.folder = folder;
    this.judge = judge;
  }

  /** The paths of the examples. */
  List<String> paths() {
    return folder.list().stream().filter(path -> place(path).isPresent()).toList();
  }

  /** What is wrong with them. */
  List<KnowledgeProblem> problems() {
    List<KnowledgeProblem> problems = new ArrayList<>();
    for (String path : paths()) {
      Place place = place(path).orElseThrow();
      switch (Judged.of(new Found.Mail(path, folder.read(path)), judge)) {
        case Judged.Case(String _, CaseRecord record) ->
            problem(place, record).ifPresent(problems::add);
        case Judged.Failed(String _, String problem) ->
            problems.add(place.problem(Severity.ERROR, problem, ""));
        case Judged.Skipped _ -> {}
      }
    }
    return problems;
  }

  private static Optional<KnowledgeProblem> problem(Place place, CaseRecord record) {
    if (!(record.recognition() instanceof Recognition.Notification found)) {
      return Optional.of(
          place.problem(
              Severity.ERROR,
              "the profile does not recognise its own " + place.folder() + " example",
              "compare the mail with the layouts of platforms/" + place.platform()));
    }
    if (!found.platform().equals(place.platform())) {
      return Optional.of(
          place.problem(
              Severity.ERROR,
              "the mail is taken for one of " + found.platform(),
              "make the kinds of the two profiles tell each other apart"));
    }
    return verdictProblem(place, record.verdict().band());
  }

  private static Optional<KnowledgeProblem> verdictProblem(Place place, Band band) {
    boolean expected =
        place.folder().equals("genuine") ? band != Band.CALLBACK_PHISHING : band != Band.CLEAR;
    return expected
        ? Optional.empty()
        : Optional.of(
            place.problem(
                Severity.WARNING,
                "the " + place.folder() + " example is judged " + Words.of(band),
                "see why with `ringfence explain`"));
  }

  private static Optional<Place> place(String path) {
    String[] steps = path.split("/", -1);
    boolean example =
        steps.length == 4
            && steps[0].equals("platforms")
            && (steps[2].equals("genuine") || steps[2].equals("abused"))
            && steps[3].endsWith(".eml");
    return example ? Optional.of(new Place(path, steps[1], steps[2])) : Optional.empty();
  }

  private record Place(String path, String platform, String folder) {
    KnowledgeProblem problem(Severity severity, String what, String next) {
      return new KnowledgeProblem(path, 1, 1, severity, what, next);
    }
  }
}
