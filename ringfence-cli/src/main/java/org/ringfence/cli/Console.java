package org.ringfence.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The process's surroundings, given in so that commands can be run without a process.
 *
 * @param in standard input
 * @param out standard output, UTF-8
 * @param err standard error, UTF-8
 * @param terminals which of "in", "out" and "err" are a person's terminal
 * @param environment the environment variables
 * @param home the installation's folder, which holds the folder {@code knowledge}
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Set<String> terminals,
    Map<String, String> environment,
    Path home) {
  public Console {
    terminals = Set.copyOf(terminals);
    environment = Map.copyOf(environment);
  }

  /** The surroundings of this process; the launcher tells what Java cannot know. */
  static Console ofProcess() {
    return new Console(
        System.in,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Set.of(System.getProperty("ringfence.terminals", "none").split(",")),
        System.getenv(),
        Path.of(System.getProperty("ringfence.home", ".")));
  }

  /** The name that a variable of the environment gives, or {@code otherwise}. */
  String variable(String name, String otherwise) {
    return environment.getOrDefault(name, otherwise);
  }

  boolean isTerminal(String stream) {
    return terminals.contains(stream);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13),
        true,
        StandardCharsets.UTF_8);
  }
}
