package org.ringfence.assessment.authentication;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;

/** A DNS that knows what it was told, and nothing else. */
public final class KnownAnswers implements Resolver {
  private final Map<String, Answer> answers = new HashMap<>();

  /** Adds a TXT record. */
  public KnownAnswers txt(String name, String... values) {
    return answer(name, Type.TXT, new Answer.Records(List.of(values)));
  }

  /** Adds what is answered to one question. */
  public KnownAnswers answer(String name, Type type, Answer answer) {
    answers.put(key(name, type), answer);
    return this;
  }

  @Override
  public Answer ask(String name, Type type) {
    return answers.getOrDefault(key(name, type), new Answer.NoSuchName());
  }

  private static String key(String name, Type type) {
    return type + " " + name.toLowerCase(Locale.ROOT);
  }
}
