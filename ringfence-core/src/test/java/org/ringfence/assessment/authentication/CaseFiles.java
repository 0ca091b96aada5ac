package org.ringfence.assessment.authentication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The case files of one topic of the authentication step; a file's name is what it proves. */
public record CaseFiles(Path folder) {
  /** The cases in {@code cases/authentication/<topic>}. */
  public static CaseFiles of(String topic) {
    return new CaseFiles(
        Path.of(System.getProperty("ringfence.root"))
            .resolve("ringfence-core/src/test/resources/cases/authentication")
            .resolve(topic));
  }

  /** The names of all YAML files but those in {@code others}. */
  public Stream<String> names(String... others) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml") && !List.of(others).contains(name))
          .sorted()
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** One file, read as YAML. */
  public JsonNode yaml(String name) {
    return new YAMLMapper().readTree(folder.resolve(name).toFile());
  }

  /** One file, read as text. */
  public String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
