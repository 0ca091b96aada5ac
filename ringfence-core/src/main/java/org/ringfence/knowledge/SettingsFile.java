package org.ringfence.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ringfence.knowledge.KnowledgeProblem.Severity;
import org.ringfence.mail.Octets;

/**
 * A YAML file of settings while it is being read: its sections, and what was found wrong with it so
 * far. Used by one thread.
 */
public final class SettingsFile {
  private final String text;
  private final Problems problems;
  private final Optional<Section> root;

  private SettingsFile(String text, Problems problems, Optional<Section> root) {
    this.text = text;
    this.problems = problems;
    this.root = root;
  }

  /**
   * Reads a file; never throws for what is written in it.
   *
   * @param path its name, for problems
   */
  public static SettingsFile read(String path, Octets octets) {
    String text = octets.decode(StandardCharsets.UTF_8);
    Problems problems = new Problems();
    if (text.lines().allMatch(SettingsFile::saysNothing)) {
      return new SettingsFile(text, problems, Optional.empty());
    }
    Optional<Section> root =
        YamlReader.read(path, octets, problems).map(file -> Section.unchecked(file, problems));
    return new SettingsFile(text.startsWith("\uFEFF") ? text.substring(1) : text, problems, root);
  }

  /** A file in which every line is a comment leaves all settings as they are. */
  private static boolean saysNothing(String line) {
    String said = line.strip();
    return said.isEmpty() || said.startsWith("#") || said.equals("---") || said.equals("\uFEFF");
  }

  /** The whole file; empty where it says nothing or is no YAML, which is among the problems. */
  public Optional<Section> root() {
    return root;
  }

  /** What makes the file unusable, in its order. */
  public List<KnowledgeProblem> errors() {
    return problems.sorted().stream().filter(one -> one.severity() == Severity.ERROR).toList();
  }

  /** What its author hardly meant, in the file's order. */
  public List<KnowledgeProblem> warnings() {
    return problems.warnings();
  }

  /** {@code shown} as people read them: each one line, then the place in the file with a caret. */
  public String shown(List<KnowledgeProblem> shown) {
    return shown.stream()
        .map(one -> one + "\n" + Excerpt.of(text, one.line(), one.column()))
        .collect(Collectors.joining());
  }
}
