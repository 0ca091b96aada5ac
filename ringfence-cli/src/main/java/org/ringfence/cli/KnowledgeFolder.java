package org.ringfence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ringfence.knowledge.KnowledgeSource;
import org.ringfence.mail.Octets;

/**
 * Knowledge files in a folder.
 *
 * @param root the folder
 */
record KnowledgeFolder(Path root) implements KnowledgeSource {
  /**
   * The folder that holds the knowledge: the one asked for, else RINGFENCE_KNOWLEDGE, else that of
   * the installation.
   *
   * @throws CommandFailure where it is not there
   */
  static KnowledgeFolder of(SiteOptions.KnowledgeOption option, Console console) {
    Path root = option.folder;
    if (root == null) {
      String named = console.variable("RINGFENCE_KNOWLEDGE", "");
      root = named.isEmpty() ? console.home().resolve("knowledge") : Path.of(named);
    }
    if (!Files.isDirectory(root)) {
      throw new CommandFailure(
          root
              + ": there is no such folder of knowledge. Name one with --knowledge or"
              + " RINGFENCE_KNOWLEDGE.");
    }
    return new KnowledgeFolder(root.normalize());
  }

  @Override
  public List<String> list() {
    // The root itself may be a link, as package managers make them; below it none is followed.
    try (Stream<Path> files = Files.walk(root.resolve("."))) {
      return files.filter(Files::isRegularFile).map(this::name).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String name(Path file) {
    return root.relativize(file.normalize())
        .toString()
        .replace(root.getFileSystem().getSeparator(), "/");
  }

  @Override
  public Octets read(String path) {
    try {
      return Octets.of(Files.readAllBytes(root.resolve(path)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
