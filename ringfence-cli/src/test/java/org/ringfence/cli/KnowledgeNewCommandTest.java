package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeNewCommandTest {
  private static final Path SHIPPED = Shell.ROOT.resolve("knowledge");

  @TempDir Path knowledge = Path.of("");

  @BeforeEach
  void copyKnowledge() throws IOException {
    copy(SHIPPED, knowledge);
  }

  @Test
  void skeleton_isAcceptedAsItStands() throws IOException {
    Shell.Ran made = make("lantern-alerts", "--title", "Lantern Alerts");

    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.lines())
        .contains(knowledge.resolve("platforms/lantern-alerts/profile.yaml").toString());
    Shell.Ran checked =
        Shell.run("knowledge", "check", "--ocr", "off", "--knowledge", knowledge.toString());
    assertThat(checked.lines()).noneMatch(line -> line.contains("lantern-alerts"));
    assertThat(checked.code()).isZero();
  }

  @Test
  void skeleton_isRecognisedInItsOwnExamples() throws IOException {
    make("lantern-alerts");

    String folder = knowledge.resolve("platforms/lantern-alerts/abused").toString();
    assertThat(Shell.run("scan", "--knowledge", knowledge.toString(), folder).out())
        .contains("lantern-alerts (notification), 3 texts typed by a customer of it");
  }

  @Test
  void platformThatIsThere_isLeftAlone() throws IOException {
    Shell.Ran again = make("azure-monitor");

    assertThat(again.code()).isEqualTo(ExitCodes.ERROR);
    assertThat(again.err()).contains("azure-monitor: this platform is there already.");
    assertThat(Files.readString(knowledge.resolve("platforms/azure-monitor/profile.yaml")))
        .isEqualTo(Files.readString(SHIPPED.resolve("platforms/azure-monitor/profile.yaml")));
  }

  @Test
  void nameThatIsNoId_isRefused() {
    assertThat(make("../Lantern").err()).contains("\"../Lantern\" cannot be an id.");
    assertThat(make("lantern", "--title", "Lantern: \"x\"").err()).contains("cannot be a title.");
  }

  private Shell.Ran make(String id, String... more) {
    String[] arguments = new String[6 + more.length];
    String[] first = {"knowledge", "new", "platform", id, "--knowledge", knowledge.toString()};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(more, 0, arguments, first.length, more.length);
    return Shell.run(arguments);
  }

  /** Without most other platforms, which would only make it slow; the lesson needs its own. */
  private static void copy(Path from, Path to) throws IOException {
    String lesson = Files.readString(from.resolve("guidance/lesson.yaml"));
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any)
              throws IOException {
            boolean other =
                folder.getParent() != null
                    && folder.getParent().endsWith("platforms")
                    && !folder.endsWith("azure-monitor")
                    && !lesson.contains(" " + folder.getFileName() + "/");
            if (other) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes any) throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
