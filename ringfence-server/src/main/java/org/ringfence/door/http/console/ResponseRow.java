package org.ringfence.door.http.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ringfence.custody.Response;
import org.ringfence.report.Json;

/**
 * What a recipient said about a mail, as a line of a list.
 *
 * @param says what he said, for people
 * @param tone its colour
 * @param more what somebody who called gave away, and what he remembers; a stranger's words
 */
public record ResponseRow(
    String id, String at, String recipient, String says, String tone, List<String> more) {
  private static final Json JSON = new Json();
  private static final int LONGEST = 200;

  /** What is kept of a call. */
  record Call(List<String> harms, Map<String, String> facts) {}

  /** The line of a response. */
  static ResponseRow of(Response response) {
    return new ResponseRow(
        response.id().text(),
        Shown.time(response.at()),
        Shown.line(response.recipient(), 320),
        switch (response.kind()) {
          case REPORT -> "It is fraud";
          case EXPECTED -> "I was expecting this";
          case CALLED -> "I already called";
        },
        switch (response.kind()) {
          case REPORT -> "warn";
          case EXPECTED -> "good";
          case CALLED -> "bad";
        },
        more(response.answers()));
  }

  private static List<String> more(String answers) {
    if (answers.isEmpty()) {
      return List.of();
    }
    Call call = JSON.read(answers, Call.class);
    List<String> more = new ArrayList<>();
    call.harms().forEach(harm -> more.add(Shown.title(harm)));
    call.facts()
        .forEach((fact, words) -> more.add(Shown.title(fact) + ": " + Shown.line(words, LONGEST)));
    return more;
  }

  /** Whether he called. */
  public boolean called() {
    return tone.equals("bad");
  }

  /** Whether both are the same person's, about the same mail, of the same kind. */
  boolean repeats(ResponseRow other) {
    return id.equals(other.id) && recipient.equals(other.recipient) && says.equals(other.says);
  }
}
