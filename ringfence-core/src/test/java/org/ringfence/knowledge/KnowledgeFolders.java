package org.ringfence.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ringfence.mail.Octets;

/** Knowledge from folders, later ones over earlier ones, as a site's own lies over ours. */
public final class KnowledgeFolders implements KnowledgeSource {
  private final Map<String, Path> files = new TreeMap<>();

  /** Takes every file below {@code folders}. */
  public KnowledgeFolders(Path... folders) {
    for (Path folder : folders) {
      addAll("", folder);
    }
  }

  /** Puts every file below {@code folder} under {@code prefix}. */
  void addAll(String prefix, Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      found
          .filter(Files::isRegularFile)
          .forEach(
              file -> files.put((prefix.isEmpty() ? "" : prefix + "/") + name(folder, file), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The knowledge that Ringfence is shipped with. */
  public static Path shipped() {
    return Path.of(System.getProperty("ringfence.root"), "knowledge");
  }

  /** The folder of test cases called {@code name}. */
  public static Path cases(String name) {
    return Path.of(
        System.getProperty("ringfence.root"), "ringfence-core/src/test/resources/cases", name);
  }

  /** Puts one file at {@code path}. */
  public void add(String path, Path file) {
    files.put(path, file);
  }

  /** Leaves out the file at {@code path}. */
  void remove(String path) {
    files.remove(path);
  }

  @Override
  public List<String> list() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Octets read(String path) {
    try {
      return Octets.of(Files.readAllBytes(files.get(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
