package org.ringfence.door.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokenFileTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

  @TempDir private Path state;

  private static Token token(String name, String secret) {
    return new Token(name, Set.of(Scope.SCAN), NOW, Optional.empty(), Secrets.digest(secret));
  }

  private static List<Token> with(List<Token> old, Token one) {
    return Stream.concat(old.stream(), Stream.of(one)).toList();
  }

  @Test
  void tokens_areReadAsTheyWereWritten() throws IOException {
    TokenFile file = new TokenFile(state);
    Token token =
        new Token(
            "grafana",
            Set.of(Scope.METRICS, Scope.READ),
            NOW,
            Optional.of(NOW.plusSeconds(60)),
            Secrets.digest("rft_a"));
    file.change(old -> with(old, token));
    assertThat(file.read()).containsExactly(token);
  }

  @Test
  void missingFile_holdsNoToken() throws IOException {
    assertThat(new TokenFile(state).read()).isEmpty();
  }

  @Test
  void file_isItsOwnersAndHoldsNoSecret() throws IOException {
    TokenFile file = new TokenFile(state);
    String secret = Secrets.of(new byte[32]);
    file.change(old -> with(old, token("mta", secret)));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file.path())).doesNotContain(secret).doesNotContain("AAAA");
  }

  @Test
  void fileThatOthersMayRead_isRefused() throws IOException {
    TokenFile file = new TokenFile(state);
    file.change(old -> with(old, token("mta", "rft_a")));
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(file::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod 600 " + file.path());
  }

  @Test
  void damagedFile_isRefusedAndTheOldTokensStillCount() throws IOException {
    TokenFile file = new TokenFile(state);
    file.change(old -> with(old, token("mta", "rft_a")));
    Tokens tokens = new Tokens(file);
    Files.writeString(file.path(), "{\"tokens\": [{\"name\": \"mta\", \"scopes\": [\"root\"]}]}");
    assertThatThrownBy(tokens::reload).hasMessageContaining("no file of tokens");
    assertThat(tokens.find("rft_a")).isPresent();
  }

  @Test
  void secret_isFoundByItselfAlone() throws IOException {
    TokenFile file = new TokenFile(state);
    file.change(old -> with(with(old, token("a", "rft_a")), token("b", "rft_b")));
    Tokens tokens = new Tokens(file);
    assertThat(tokens.find("rft_b")).map(Token::name).contains("b");
    assertThat(tokens.find("rft_B")).isEmpty();
    assertThat(tokens.find("")).isEmpty();
    assertThat(tokens.find(Secrets.digest("rft_b"))).isEmpty();
  }
}
