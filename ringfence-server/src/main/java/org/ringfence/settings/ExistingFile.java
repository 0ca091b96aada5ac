package org.ringfence.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.ringfence.knowledge.Section;

/** A file that can be read. */
record ExistingFile() implements Form<Path> {
  @Override
  public void read(Section written, Around around, Consumer<Path> taken) {
    Forms.newFile()
        .read(
            written,
            around,
            file -> {
              if (Files.isReadable(file)) {
                taken.accept(file);
              } else {
                unreadable(written, file);
              }
            });
  }

  private static void unreadable(Section written, Path file) {
    written.error(
        Files.exists(file) ? file + " may not be read" : "there is no file " + file,
        "check its name and its rights");
  }

  @Override
  public String show(Path value) {
    return value.toString();
  }

  @Override
  public String words() {
    return "a file that is there; a relative path begins at the folder of this file";
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string");
  }
}
