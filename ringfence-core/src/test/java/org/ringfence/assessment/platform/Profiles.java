package org.ringfence.assessment.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ringfence.knowledge.PlatformProfile;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The profiles of this repository, invented ones among them, and the files beside them. */
final class Profiles {
  static final Path FOLDER = Path.of(System.getProperty("ringfence.root"), "knowledge/platforms");

  /** Cases by the profile they are about; an invented profile stands beside its cases. */
  static final Path CASES =
      Path.of(
          System.getProperty("ringfence.root"), "ringfence-core/src/test/resources/cases/platform");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private Profiles() {}

  /** Every profile, in the order of their names. */
  static List<PlatformProfile> all() {
    return Stream.of(FOLDER, CASES)
        .flatMap(folder -> files(folder, "profile.yaml"))
        .map(Profiles::read)
        .toList();
  }

  /** Every file under {@code folder} whose name ends with {@code ending}, sorted. */
  static Stream<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlatformProfile read(Path file) {
    return YAML.readValue(file.toFile(), PlatformProfile.class);
  }
}
