package org.ringfence.cli.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ringfence.cli.show.Pen;
import org.ringfence.cli.show.Pen.Ink;
import org.ringfence.cli.show.Words;

/** What became of the mails, as a table. */
public final class OutcomeText {
  private static final int VERDICT = 17;
  private static final String INDENT = " ".repeat(8);

  private final Pen pen;

  public OutcomeText(Pen pen) {
    this.pen = pen;
  }

  /** The table, by folders. */
  public String table(List<Outcome> outcomes) {
    var out = new StringBuilder();
    String group = "";
    for (Outcome outcome : outcomes) {
      if (!outcome.mail().group().equals(group)) {
        group = outcome.mail().group();
        out.append('\n').append(pen.write(Ink.BOLD, group)).append('\n');
      }
      out.append(lines(outcome));
    }
    return out.toString();
  }

  private String lines(Outcome outcome) {
    if (outcome.isPlain()) {
      return row(outcome) + part(outcome.parts().getFirst(), "  ") + "\n";
    }
    var out = new StringBuilder(row(outcome)).append('\n');
    if (!outcome.why().isEmpty()) {
      out.append(INDENT).append(pen.write(Ink.DIM, "why: ")).append(outcome.why()).append('\n');
    }
    outcome.parts().forEach(part -> out.append(part(part, INDENT)).append('\n'));
    return out.toString();
  }

  private String row(Outcome outcome) {
    String words = outcome.verdict().replace('-', ' ');
    return String.format(
        Locale.ROOT,
        "  %s %5s  %s",
        pen.write(ink(outcome.verdict()), words + " ".repeat(VERDICT - words.length())),
        Words.score(outcome.score()),
        outcome.mail().name());
  }

  private static Ink ink(String verdict) {
    return switch (verdict) {
      case "callback-phishing" -> Ink.BAD;
      case "suspicious" -> Ink.DOUBTFUL;
      default -> Ink.GOOD;
    };
  }

  private String part(Outcome.Part part, String before) {
    String rules = part.rules().isEmpty() ? "" : " (rule " + String.join(", ", part.rules()) + ")";
    return before + pen.write(Ink.DIM, part.recipient() + ": ") + part.what() + rules;
  }

  /** How many went which way. */
  public static String sum(List<Outcome> outcomes, double seconds) {
    String ways =
        outcomes.stream()
            .flatMap(outcome -> outcome.parts().stream())
            .collect(Collectors.groupingBy(OutcomeText::way, Collectors.counting()))
            .entrySet()
            .stream()
            .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
            .map(way -> way.getValue() + " " + way.getKey())
            .collect(Collectors.joining(", "));
    long recipients = outcomes.stream().mapToLong(outcome -> outcome.parts().size()).sum();
    return String.format(
        Locale.ROOT,
        "%s for %s in %.1f s: %s.",
        Words.count(outcomes.size(), "mail"),
        Words.count(recipients, "recipient"),
        seconds,
        ways);
  }

  private static String way(Outcome.Part part) {
    String what = part.what();
    if (what.startsWith("held") || what.startsWith("redirected") || what.startsWith("released")) {
      return what.split("[ ,]", 2)[0];
    }
    return what;
  }
}
