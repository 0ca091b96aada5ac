package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.cli.Shell.Ran;
import org.ringfence.identity.PeopleFile;
import org.ringfence.identity.Person;
import org.ringfence.identity.Role;

final class UserCommandTest {
  private static final String PASSWORD = "four words in a row";

  @TempDir Path folder;

  private Ran user(String typed, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "user";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--people";
    all[arguments.length + 2] = folder.toString();
    return Shell.run((typed + "\n").getBytes(StandardCharsets.UTF_8), Set.of(), all);
  }

  private Person known(String name) {
    return new PeopleFile(folder).find(name).orElseThrow();
  }

  @Test
  void addedPerson_isKeptWithoutThePasswordForTheOwnerAlone() throws IOException {
    Ran added = user(PASSWORD, "add", "Ines", "--role", "analyst");
    assertThat(added.code()).as(added.err()).isZero();
    assertThat(known("ines").role()).isEqualTo(Role.ANALYST);
    assertThat(known("ines").password().orElseThrow().matches(PASSWORD)).isTrue();
    Path file = folder.resolve("people.json");
    assertThat(Files.readString(file)).doesNotContain(PASSWORD);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void newPassword_takesThePlaceOfTheOld() {
    user(PASSWORD, "add", "ines", "--role", "viewer");
    assertThat(user("another four good words", "password", "ines").code()).isZero();
    assertThat(known("ines").password().orElseThrow().matches(PASSWORD)).isFalse();
    assertThat(known("ines").password().orElseThrow().matches("another four good words")).isTrue();
  }

  @Test
  void people_areListedAndRemoved() {
    user(PASSWORD, "add", "ines", "--role", "administrator", "--second-factor");
    assertThat(user("", "list").out()).contains("ines", "administrator", "yes");
    assertThat(user("", "remove", "ines").code()).isZero();
    assertThat(user("", "list").out()).contains("Nobody may sign in.");
  }

  @Test
  void wrongWishes_areNamed() {
    user(PASSWORD, "add", "ines", "--role", "viewer");
    assertThat(user(PASSWORD, "add", "ines", "--role", "viewer").err()).contains("already");
    assertThat(user(PASSWORD, "add", "max", "--role", "boss").err()).contains("viewer, analyst");
    assertThat(user("short", "add", "max", "--role", "viewer").err()).contains("12 characters");
    assertThat(user(PASSWORD, "add", "a b", "--role", "viewer").err()).contains("letters");
    assertThat(user("", "remove", "max").err()).contains("nobody of that name");
  }
}
