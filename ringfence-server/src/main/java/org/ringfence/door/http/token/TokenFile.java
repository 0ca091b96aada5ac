package org.ringfence.door.http.token;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringfence.identity.OwnerFile;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file of all tokens: JSON, without a secret, for its owner alone. */
public final class TokenFile {
  private static final String NAME = "tokens.json";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final OwnerFile file;

  /** How a file is written. */
  record Sheet(List<Line> tokens) {}

  /** How a token is written. */
  record Line(
      String name, List<String> scopes, String created, @Nullable String expires, String sha256) {}

  /** The file in the folder {@code state}. */
  public TokenFile(Path state) {
    this.file = new OwnerFile(state.resolve(NAME));
  }

  /** Where it stands. */
  public Path path() {
    return file.path();
  }

  /**
   * All tokens; none where there is no file.
   *
   * @throws IOException with a sentence for the operator where it is damaged, or others may read or
   *     write it
   */
  public List<Token> read() throws IOException {
    return tokens(file.read());
  }

  /**
   * Replaces the tokens by what {@code change} makes of them.
   *
   * @throws IOException with a sentence for the operator where it cannot be read or written
   */
  public void change(UnaryOperator<List<Token>> change) throws IOException {
    file.change(old -> written(change.apply(tokens(old))));
  }

  private List<Token> tokens(Optional<byte[]> content) throws IOException {
    try {
      return content.isEmpty()
          ? List.of()
          : JSON.readValue(content.get(), Sheet.class).tokens().stream()
              .map(TokenFile::token)
              .toList();
    } catch (RuntimeException damaged) {
      throw new IOException(
          path()
              + ": this is no file of tokens. Take a copy of it, or remove it and make new ones.",
          damaged);
    }
  }

  private static byte[] written(List<Token> tokens) {
    return JSON.writeValueAsBytes(new Sheet(tokens.stream().map(TokenFile::line).toList()));
  }

  private static Token token(Line line) {
    return new Token(
        line.name(),
        Set.copyOf(line.scopes().stream().map(key -> Scope.of(key).orElseThrow()).toList()),
        Instant.parse(line.created()),
        Optional.ofNullable(line.expires()).map(Instant::parse),
        line.sha256());
  }

  private static Line line(Token token) {
    return new Line(
        token.name(),
        token.scopes().stream().map(Scope::key).toList(),
        token.created().toString(),
        token.expires().map(Instant::toString).orElse(null),
        token.sha256());
  }
}
