package org.ringfence.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is hardly meant in a platform's profile: layouts without use, a profile without proof. */
final class PlatformLints {
  private PlatformLints() {}

  /** Warns of {@code file}, which stands at {@code path} among {@code paths}. */
  static void check(Section file, String path, List<String> paths) {
    Set<String> used = new HashSet<>();
    for (Section kind : file.items("kinds")) {
      kind.items("forms").forEach(form -> used.add(form.text("layout")));
    }
    file.members("layouts")
        .forEach(
            (name, layout) -> {
              if (!used.contains(name)) {
                layout.warning(
                    "no form has the layout \"" + name + "\"", "name it in one or take it out");
              }
            });
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    for (String examples : List.of("genuine/", "abused/")) {
      if (paths.stream().noneMatch(one -> one.startsWith(folder + examples))) {
        file.warning("there is no mail in " + folder + examples, "add one that proves the profile");
      }
    }
  }
}
