package org.ringfence.assessment.authentication.dns;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers for a while. Two threads that ask the same at once may both ask the resolver
 * behind; no lock is held while it is asked.
 */
public final class CachingResolver implements Resolver {
  private final Resolver resolver;
  private final CacheSettings settings;
  private final LongSupplier ticker;
  private final Map<Question, Kept> answers;

  private record Question(String name, Type type) {}

  private record Kept(Answer answer, long endNanos) {}

  /**
   * A cache in front of {@code resolver}.
   *
   * @param ticker elapsed time in nanoseconds, as {@link System#nanoTime} gives it
   */
  public CachingResolver(Resolver resolver, CacheSettings settings, LongSupplier ticker) {
    this.resolver = resolver;
    this.settings = settings;
    this.ticker = ticker;
    this.answers = new Bounded(settings.entries());
  }

  @Override
  public Answer ask(String name, Type type) {
    var question = new Question(name.toLowerCase(Locale.ROOT), type);
    Answer kept = kept(question);
    if (kept != null) {
      return kept;
    }
    Answer answer = resolver.ask(name, type);
    keep(question, answer);
    return answer;
  }

  private @Nullable Answer kept(Question question) {
    synchronized (answers) {
      Kept kept = answers.get(question);
      if (kept == null) {
        return null;
      }
      if (kept.endNanos() - ticker.getAsLong() <= 0) {
        answers.remove(question);
        return null;
      }
      return kept.answer();
    }
  }

  private void keep(Question question, Answer answer) {
    if (chars(answer) > settings.answerChars()) {
      return;
    }
    long end = ticker.getAsLong() + settings.keeps(answer).toNanos();
    synchronized (answers) {
      answers.put(question, new Kept(answer, end));
    }
  }

  private static int chars(Answer answer) {
    return answer instanceof Answer.Records(var values)
        ? values.stream().mapToInt(value -> value.length() + 8).sum()
        : 0;
  }

  /** The entry unused for longest leaves when there is one too many. */
  private static final class Bounded extends LinkedHashMap<Question, Kept> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Bounded(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Question, Kept> eldest) {
      return size() > most;
    }
  }
}
