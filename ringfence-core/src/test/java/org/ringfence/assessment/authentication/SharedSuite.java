package org.ringfence.assessment.authentication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the shared conformance suites lie, and the deviations from them that are argued. */
public final class SharedSuite {
  private static final Path ROOT = Path.of(System.getProperty("ringfence.root"));
  private static final Path DEVIATIONS =
      ROOT.resolve("ringfence-core/src/test/resources/conformance");

  private SharedSuite() {}

  /** The folder of one suite. */
  public static Path folder(String name) {
    return ROOT.resolve("../shared/conformance").resolve(name);
  }

  /** Whether a suite must be run: it is there, or it has to be. */
  public static boolean isExpected(String name) {
    return Files.isDirectory(folder(name)) || System.getenv("CI") != null;
  }

  /** The names that {@code conformance/<file>} argues, one before each bar. */
  public static Set<String> argued(String file) throws IOException {
    return Files.readAllLines(DEVIATIONS.resolve(file), StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("#") && line.contains("|"))
        .map(line -> line.substring(0, line.indexOf('|')).strip())
        .collect(Collectors.toUnmodifiableSet());
  }
}
