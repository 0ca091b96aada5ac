package org.ringfence.door.http.person;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.effect.educate.Answer;
import org.ringfence.report.Json;
import tools.jackson.databind.JsonNode;

/** Answers as JSON: each an array of its kind, its step, and what was answered. */
final class Answers {
  private static final String CHOSEN = "chosen";
  private static final String TOLD = "told";
  private static final String READ = "read";
  private static final Json JSON = new Json();

  private Answers() {}

  static List<List<String>> lines(List<Answer> answers) {
    return answers.stream().map(Answers::line).toList();
  }

  static String write(List<Answer> answers) {
    return JSON.line(lines(answers));
  }

  private static List<String> line(Answer answer) {
    return switch (answer) {
      case Answer.Chosen(String step, List<String> choices) -> {
        List<String> line = new ArrayList<>(List.of(CHOSEN, step));
        line.addAll(choices);
        yield line;
      }
      case Answer.Told(String step, String words) -> List.of(TOLD, step, words);
      case Answer.Read(String step) -> List.of(READ, step);
    };
  }

  /** What {@link #write} wrote; it came back sealed, so it is what we wrote. */
  static List<Answer> read(String written) {
    List<Answer> answers = new ArrayList<>();
    for (JsonNode line : JSON.parse(written)) {
      List<String> words = new ArrayList<>();
      line.forEach(word -> words.add(word.stringValue()));
      answers.add(answer(words));
    }
    return answers;
  }

  private static Answer answer(List<String> words) {
    String step = words.get(1);
    return switch (words.getFirst()) {
      case CHOSEN -> new Answer.Chosen(step, words.subList(2, words.size()));
      case TOLD -> new Answer.Told(step, words.get(2));
      default -> new Answer.Read(step);
    };
  }
}
