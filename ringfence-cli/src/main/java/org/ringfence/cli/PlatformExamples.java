package org.ringfence.cli;

import java.nio.charset.StandardCharsets;
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
 * as that platform's, and what its header claims must hold. A genuine one that is taken for a lure,
 * and an abused one that is not even suspicious, is a warning: that is the judge's doing as much as
 * the profile's.
 */
final class PlatformExamples {
  private final KnowledgeFolder folder;
  private final Function<Arrival, CaseRecord> judge;
  private final boolean weighed;

  /**
   * @param judge judges one mail
   * @param weighed whether its verdicts mean anything
   */
  PlatformExamples(KnowledgeFolder folder, Function<Arrival, CaseRecord> judge, boolean weighed) {
    this.folder = folder;
    this.judge = judge;
    this.weighed = weighed;
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
        case Judged.Case(String _, CaseRecord record) -> check(place, record, problems);
        case Judged.Failed(String _, String problem) ->
            problems.add(place.problem(Severity.ERROR, problem, ""));
        case Judged.Skipped _ -> {}
      }
    }
    return problems;
  }

  private void check(Place place, CaseRecord record, List<KnowledgeProblem> problems) {
    if (!(record.recognition() instanceof Recognition.Notification found)) {
      String what = "the profile does not recognise its own " + place.folder() + " example";
      String next = "compare its From, subject and anchors with platforms/" + place.platform();
      problems.add(place.problem(Severity.ERROR, what, next));
    } else if (!found.platform().equals(place.platform())) {
      String what = "the mail is taken for one of " + found.platform();
      String next = "make the kinds of the two profiles tell each other apart";
      problems.add(place.problem(Severity.ERROR, what, next));
    } else {
      new ExampleClaims(record.message(), found)
          .broken().stream().map(broken -> problem(place, broken)).forEach(problems::add);
      if (weighed) {
        verdictProblem(place, record.verdict().band()).ifPresent(problems::add);
      }
    }
  }

  private KnowledgeProblem problem(Place place, ExampleClaims.Broken broken) {
    return broken.field().isEmpty()
        ? place.problem(Severity.WARNING, broken.what(), broken.next())
        : new KnowledgeProblem(
            place.path(),
            line(place, broken.field()),
            1,
            Severity.ERROR,
            broken.what(),
            broken.next());
  }

  /** The line where the first field {@code name} stands. */
  private int line(Place place, String name) {
    String header = folder.read(place.path()).decode(StandardCharsets.ISO_8859_1);
    List<String> lines = header.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return i + 1;
      }
    }
    return 1;
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
