package org.ringfence.knowledge;

import java.util.List;

/**
 * The screens of the lesson "spot the hallmarks", the same in every language.
 *
 * @param number the telephone number of its examples, which belongs to nobody
 * @param screens the screens, in order
 */
public record LessonPlan(String number, List<Screen> screens) {
  public LessonPlan {
    screens = List.copyOf(screens);
  }

  /**
   * One screen.
   *
   * @param id its id
   * @param example the mail it is made from, below {@code platforms/} and without its ending
   * @param hallmark the hallmark it teaches
   * @param answers the ids of its answers, in the order they are shown
   * @param right the id of the right one
   */
  public record Screen(
      String id, String example, String hallmark, List<String> answers, String right) {
    public Screen {
      answers = List.copyOf(answers);
    }
  }
}
