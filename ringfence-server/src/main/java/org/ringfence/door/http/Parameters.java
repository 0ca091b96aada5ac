package org.ringfence.door.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.custody.CaseId;

/** The parameters of a query, each given once at most. */
record Parameters(Map<String, List<String>> given) {
  private static final int LONGEST = 200;
  private static final int STANDARD_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 500;

  /** The text of a parameter; empty where it is not given. */
  String text(String name) {
    String text = given.getOrDefault(name, List.of("")).getFirst();
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw Problem.badRequest(
          "The parameter " + name + " takes up to " + LONGEST + " printable characters.");
    }
    return text;
  }

  /** One of several words; empty where the parameter is not given. */
  String word(String name, Set<String> words) {
    String word = text(name);
    if (!word.isEmpty() && !words.contains(word)) {
      throw Problem.badRequest(
          "The parameter "
              + name
              + " takes one of: "
              + String.join(", ", words.stream().sorted().toList())
              + ".");
    }
    return word;
  }

  /** A point in time. */
  Optional<Instant> instant(String name) {
    try {
      return Optional.of(text(name)).filter(text -> !text.isEmpty()).map(Instant::parse);
    } catch (DateTimeException wrong) {
      throw Problem.badRequest(
          "The parameter " + name + " takes a time such as 2026-11-20T10:15:30Z.");
    }
  }

  /** A case. */
  Optional<CaseId> caseId(String name) {
    String text = text(name);
    if (!text.isEmpty() && !CaseId.isName(text)) {
      throw Problem.badRequest(
          "The parameter " + name + " takes the name of a case: 26 capital letters and digits.");
    }
    return Optional.of(text).filter(one -> !one.isEmpty()).map(CaseId::new);
  }

  /** How many are wanted. */
  int limit() {
    String text = text("limit");
    boolean isNumber = text.matches("[0-9]{1,3}");
    int limit = isNumber ? Integer.parseInt(text) : STANDARD_LIMIT;
    if ((!text.isEmpty() && !isNumber) || limit < 1 || limit > HIGHEST_LIMIT) {
      throw Problem.badRequest(
          "The parameter limit takes a number from 1 to " + HIGHEST_LIMIT + ".");
    }
    return limit;
  }
}
