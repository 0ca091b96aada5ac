package org.ringfence.assessment.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ringfence.knowledge.Catalog;
import org.ringfence.knowledge.KnowledgeFolders;
import org.ringfence.knowledge.PlatformProfile;

/** The shipped profiles, the invented ones that prove the language, and their mail. */
final class Profiles {
  static final Path SHIPPED = KnowledgeFolders.shipped().resolve("platforms");

  private static final Path INVENTED = KnowledgeFolders.cases("platform-language");

  private Profiles() {}

  /** Every profile, checked by the schema. */
  static List<PlatformProfile> all() {
    return Catalog.read(new KnowledgeFolders(KnowledgeFolders.shipped(), INVENTED)).platforms();
  }

  /** Every example and every case. */
  static Stream<Path> mails() {
    return Stream.of(SHIPPED, INVENTED, KnowledgeFolders.cases("platform"))
        .flatMap(Profiles::mails);
  }

  private static Stream<Path> mails(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
