package org.ringfence.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.knowledge.Section;

/**
 * A secret: {@code ${ENV:NAME}}, {@code file:PATH}, or the secret itself. The first two are read
 * here alone, so that no other setting can be made to show what a variable or a file holds.
 */
record SecretForm() implements Form<Optional<Secret>> {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{ENV:([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final int MOST_BYTES = 64 << 10;

  @Override
  public void read(Section written, Around around, Consumer<Optional<Secret>> taken) {
    if (written.isText()) {
      secret(written, around).ifPresent(secret -> taken.accept(Optional.of(secret)));
    } else {
      written.wrongType(words());
    }
  }

  private static Optional<Secret> secret(Section written, Around around) {
    String text = written.text().strip();
    Matcher variable = VARIABLE.matcher(text);
    if (variable.matches()) {
      return variable(variable.group(1), written, around);
    }
    return text.startsWith("file:")
        ? file(text.substring(5), written, around.base())
        : inline(text, written, around);
  }

  private static Optional<Secret> variable(String name, Section written, Around around) {
    String value = around.environment().getOrDefault(name, "");
    if (value.isBlank()) {
      written.error("the environment has no variable " + name, "set it where Ringfence is started");
      return Optional.empty();
    }
    return Optional.of(new Secret(value));
  }

  /** An editor ends a file with a line end that is no part of the secret. */
  private static Optional<Secret> file(String name, Section written, Path base) {
    Optional<Path> path = Forms.path(name, base);
    try {
      if (path.isPresent() && Files.size(path.get()) <= MOST_BYTES) {
        String text = Files.readString(path.get()).strip();
        if (!text.isEmpty()) {
          return Optional.of(new Secret(text));
        }
      }
      written.error("the file " + name + " holds no secret", "write it there, alone");
    } catch (IOException unreadable) {
      written.error("the file " + name + " cannot be read", "check its name and its rights");
    }
    return Optional.empty();
  }

  private static Optional<Secret> inline(String text, Section written, Around around) {
    if (text.startsWith("$")) {
      written.error("this is no variable", "write ${ENV:NAME}");
      return Optional.empty();
    }
    if (around.exposed()) {
      written.warning(
          "this secret stands in a file that others than its owner may read",
          "write file:PATH or ${ENV:NAME}, or take the rights of others away");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(new Secret(text));
  }

  @Override
  public String show(Optional<Secret> value) {
    return value.map(Secret::toString).orElse("");
  }

  @Override
  public String words() {
    return "a secret: ${ENV:NAME}, file:PATH, or the secret itself";
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "description", words());
  }
}
