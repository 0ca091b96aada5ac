package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.cli.Shell.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.cli.Shell.Ran;
import org.ringfence.door.http.token.Scope;
import org.ringfence.door.http.token.TokenFile;
import org.ringfence.door.http.token.Tokens;

final class TokenCommandTest {
  @TempDir Path folder;

  private Ran token(String command, String... more) {
    String[] arguments = new String[more.length + 4];
    System.arraycopy(
        new String[] {"token", command, "--tokens", folder.toString()}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return run(arguments);
  }

  @Test
  void newToken_isShownOnceAndKeptAsADigest() throws IOException {
    Ran made = token("new", "--name", "helpdesk", "--scope", "read,quarantine", "--expires", "90d");
    assertThat(made.code()).isZero();
    String secret = made.out().strip();
    assertThat(secret).matches("rft_[A-Za-z0-9_-]{43}");
    assertThat(made.err()).contains("reload").doesNotContain(secret);
    Path file = folder.resolve("tokens.json");
    assertThat(Files.readString(file)).doesNotContain(secret).contains("helpdesk");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new Tokens(new TokenFile(folder)).find(secret).orElseThrow().scopes())
        .containsExactly(Scope.READ, Scope.QUARANTINE);
  }

  @Test
  void tokens_areListedWithoutSecretsAndRevoked() {
    String secret = token("new", "--name", "grafana", "--scope", "metrics").out().strip();
    assertThat(token("list").out())
        .contains("grafana", "metrics", "never")
        .doesNotContain(secret.substring(4));
    assertThat(token("revoke", "grafana").code()).isZero();
    assertThat(token("list").out()).contains("There is no token.");
  }

  @Test
  void wrongWishes_areNamed() {
    token("new", "--name", "mta", "--scope", "scan");
    assertRefused("a token mta already", "new", "--name", "mta", "--scope", "scan");
    assertRefused("scan, read, quarantine, admin, metrics", "new", "--name", "a", "--scope", "all");
    assertRefused("small letters", "new", "--name", "A B", "--scope", "scan");
    assertRefused("90d or 12h", "new", "--name", "a", "--scope", "scan", "--expires", "soon");
    assertRefused("no token of that name", "revoke", "nobody");
    assertRefused("--name", "new", "--scope", "scan");
  }

  private void assertRefused(String reason, String command, String... more) {
    Ran ran = token(command, more);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(reason);
  }

  @Test
  void missingFolder_isNamed() {
    Ran ran =
        run("token", "new", "--name", "a", "--scope", "scan", "--tokens", folder + "/missing");
    assertThat(ran.err()).contains(folder + "/missing: there is no such folder");
  }
}
