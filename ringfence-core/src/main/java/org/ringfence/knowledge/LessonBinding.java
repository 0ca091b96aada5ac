package org.ringfence.knowledge;

import java.util.List;

/** Makes the {@link LessonPlan} of its file. */
final class LessonBinding {
  private final List<String> paths;
  private final List<String> hallmarks;

  LessonBinding(List<String> paths, Catalog catalog) {
    this.paths = paths;
    this.hallmarks = catalog.hallmarks().stream().map(HallmarkText::id).toList();
  }

  LessonPlan bind(Section file) {
    file.with("number", "screens");
    return new LessonPlan(
        file.text("number"), file.someItems("screens").stream().map(this::screen).toList());
  }

  private LessonPlan.Screen screen(Section item) {
    item.with("id", "example", "hallmark", "answers", "right");
    LessonPlan.Screen screen =
        new LessonPlan.Screen(
            item.text("id"),
            item.text("example"),
            item.text("hallmark"),
            item.someTexts("answers"),
            item.text("right"));
    check(screen, item);
    return screen;
  }

  private void check(LessonPlan.Screen screen, Section item) {
    String mail = "platforms/" + screen.example() + ".eml";
    if (!paths.contains(mail)) {
      item.member("example").error("there is no " + mail, "name a mail as platform/folder/name");
    }
    if (!hallmarks.contains(screen.hallmark())) {
      String what = "unknown hallmark \"" + screen.hallmark() + "\"";
      item.member("hallmark").error(what, Wording.allowed(screen.hallmark(), hallmarks));
    }
    if (!screen.answers().contains(screen.right())) {
      String what = "\"" + screen.right() + "\" is none of the answers";
      item.member("right").error(what, Wording.allowed(screen.right(), screen.answers()));
    }
  }
}
