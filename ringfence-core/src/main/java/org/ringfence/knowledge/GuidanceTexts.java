package org.ringfence.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What people who are no technicians read, in one language. Complete: a text that the code asks for
 * is there.
 *
 * @param language the language (BCP 47)
 * @param name the language's name in the language itself
 * @param quotes the opening and the closing quotation mark
 * @param texts the texts with a fixed place
 * @param hallmarks how each hallmark is taught, by its id
 * @param call the words of the dialogue for somebody who called
 * @param replies the answers to reports
 * @param screens the words of the lesson's screens, by id
 */
public record GuidanceTexts(
    String language,
    String name,
    Quotes quotes,
    Map<GuidanceText, TextTemplate> texts,
    Map<String, HallmarkWords> hallmarks,
    CallWords call,
    Map<ReportOutcome, ReplyWords> replies,
    Map<String, ScreenWords> screens) {
  public GuidanceTexts {
    texts = Map.copyOf(texts);
    hallmarks = Map.copyOf(hallmarks);
    replies = Map.copyOf(replies);
    screens = Map.copyOf(screens);
  }

  /** A language's quotation marks. */
  public record Quotes(String open, String close) {}

  /**
   * A hallmark, taught.
   *
   * @param id the hallmark's id
   * @param title what is seen, as a headline
   * @param teach two short sentences
   */
  public record HallmarkWords(String id, String title, List<String> teach) {
    public HallmarkWords {
      teach = List.copyOf(teach);
    }
  }

  /**
   * The words of {@link DialogueScript}.
   *
   * @param steps by the step's id
   * @param answers by the answer's id
   * @param actions by the action's id
   * @param harms what happened, in a few words
   * @param facts what was told, as labels
   */
  public record CallWords(
      Map<String, StepWords> steps,
      Map<String, String> answers,
      Map<String, String> actions,
      Map<Harm, String> harms,
      Map<CallFact, String> facts) {
    public CallWords {
      steps = Map.copyOf(steps);
      answers = Map.copyOf(answers);
      actions = Map.copyOf(actions);
      harms = Map.copyOf(harms);
      facts = Map.copyOf(facts);
    }

    /** The words of the step called {@code id}, which has some. */
    public StepWords step(String id) {
      return there(steps, id);
    }

    /** The answer called {@code id}, which has words. */
    public String answer(String id) {
      return there(answers, id);
    }

    /** The action called {@code id}, which has words. */
    public String action(String id) {
      return there(actions, id);
    }

    /** What happened, in a few words. */
    public String harm(Harm harm) {
      return there(harms, harm);
    }

    /** What was told, as a label. */
    public String fact(CallFact fact) {
      return there(facts, fact);
    }
  }

  /** The question or the headline of a step, and one sentence that helps. */
  public record StepWords(String title, String hint) {}

  /**
   * The answer to a report.
   *
   * @param subject its subject
   * @param verdict what we think of the mail
   * @param reason why
   * @param lesson three sentences to remember
   */
  public record ReplyWords(String subject, String verdict, String reason, List<String> lesson) {
    public ReplyWords {
      lesson = List.copyOf(lesson);
    }
  }

  /**
   * A screen of the lesson.
   *
   * @param title its headline
   * @param shows the example's words; {number} stands for the number of the lesson
   * @param question what is asked about it
   * @param answers the answers to choose from, by id
   * @param because what the right answer teaches
   */
  public record ScreenWords(
      String title,
      TextTemplate shows,
      String question,
      Map<String, String> answers,
      String because) {
    public ScreenWords {
      answers = Map.copyOf(answers);
    }
  }

  /** A text without places to fill. */
  public String text(GuidanceText key) {
    return fill(key, Map.of());
  }

  /**
   * A text with its places filled.
   *
   * @throws IllegalArgumentException where a place has no value
   */
  public String fill(GuidanceText key, Map<String, String> values) {
    return there(texts, key).fill(values);
  }

  /** The answer to a report. */
  public ReplyWords reply(ReportOutcome outcome) {
    return there(replies, outcome);
  }

  /** The words of the lesson's screen called {@code id}, which has some. */
  public ScreenWords screen(String id) {
    return there(screens, id);
  }

  /** How the hallmark called {@code id} is taught, empty where there is none. */
  public Optional<HallmarkWords> hallmark(String id) {
    return Optional.ofNullable(hallmarks.get(id));
  }

  /** {@code words} between this language's quotation marks. */
  public String quoted(String words) {
    return quotes.open() + words + quotes.close();
  }

  private static <K, V> V there(Map<K, V> words, K key) {
    return Objects.requireNonNull(words.get(key), key::toString);
  }
}
