package org.ringfence.effect.educate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringfence.knowledge.Guidance;
import org.ringfence.knowledge.GuidanceTexts;
import org.ringfence.knowledge.GuidanceTexts.ScreenWords;
import org.ringfence.knowledge.LessonPlan;

/**
 * The lesson "spot the hallmarks" in one language, ready to be shown. It keeps no score.
 *
 * @param screens the screens, in order
 */
public record Lesson(List<Screen> screens) {
  public Lesson {
    screens = List.copyOf(screens);
  }

  /**
   * An example and a question about it.
   *
   * @param id its id
   * @param example the mail it is made from, below {@code platforms/} and without its ending
   * @param hallmark the hallmark it teaches
   * @param title its headline
   * @param shows the example's words
   * @param question what is asked
   * @param options the answers to choose from; one is right
   * @param because what the right one teaches
   */
  public record Screen(
      String id,
      String example,
      String hallmark,
      String title,
      String shows,
      String question,
      List<Option> options,
      String because) {
    public Screen {
      options = List.copyOf(options);
    }
  }

  /** An answer to choose. */
  public record Option(String id, String text, boolean right) {}

  /** The lesson in {@code language}, one of those that there are. */
  public static Lesson of(Guidance guidance, String language) {
    GuidanceTexts texts = guidance.in(language);
    LessonPlan plan = guidance.lesson();
    return new Lesson(
        plan.screens().stream()
            .map(screen -> screen(screen, texts.screen(screen.id()), plan.number()))
            .toList());
  }

  private static Screen screen(LessonPlan.Screen plan, ScreenWords words, String number) {
    return new Screen(
        plan.id(),
        plan.example(),
        plan.hallmark(),
        words.title(),
        words.shows().fill(Map.of("number", number)),
        words.question(),
        plan.answers().stream().map(answer -> option(answer, plan.right(), words)).toList(),
        words.because());
  }

  private static Option option(String answer, String right, ScreenWords words) {
    String text = Objects.requireNonNull(words.answers().get(answer));
    return new Option(answer, text, answer.equals(right));
  }
}
