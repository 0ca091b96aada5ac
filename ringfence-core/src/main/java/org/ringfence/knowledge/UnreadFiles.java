package org.ringfence.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files that stand where nobody looks for them, such as {@code lure/sv.yaml}: warnings. */
final class UnreadFiles {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".eml");
  private static final List<String> EXAMPLES = List.of("genuine", "abused");

  /** Rules to begin with, and their cases; read by those who ask for them. */
  private static final String POLICIES = "policy/";

  /** What the demonstration is made of. */
  private static final String DEMONSTRATION = "demo/";

  private UnreadFiles() {}

  static void check(List<String> paths, Problems problems) {
    paths.stream()
        .filter(path -> ENDINGS.stream().anyMatch(path::endsWith) && !isRead(path))
        .forEach(
            path -> problems.warning(path, Position.TOP, "nobody reads this file", next(path)));
  }

  private static boolean isRead(String path) {
    return FileKind.of(path).isPresent()
        || path.equals(JudgeModelFile.PATH)
        || path.startsWith(POLICIES)
        || path.startsWith(DEMONSTRATION)
        || isExample(path);
  }

  private static boolean isExample(String path) {
    String[] steps = path.split("/", -1);
    return steps.length == 4
        && steps[0].equals("platforms")
        && EXAMPLES.contains(steps[2])
        && steps[3].endsWith(".eml");
  }

  private static String next(String path) {
    if (path.endsWith(".eml")) {
      return "examples stand in platforms/<name>/genuine and platforms/<name>/abused";
    }
    String places =
        Stream.concat(
                Arrays.stream(FileKind.values()).map(FileKind::example),
                Stream.of(JudgeModelFile.PATH))
            .collect(Collectors.joining(", "));
    return "knowledge stands in " + places;
  }
}
