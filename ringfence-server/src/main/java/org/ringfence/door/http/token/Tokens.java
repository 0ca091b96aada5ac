package org.ringfence.door.http.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** The tokens that count now. May be shared between threads. */
public final class Tokens {
  private final TokenFile file;
  private volatile List<Token> tokens;

  /**
   * The tokens of {@code file}.
   *
   * @throws IOException as {@link TokenFile#read}
   */
  public Tokens(TokenFile file) throws IOException {
    this.file = file;
    this.tokens = file.read();
  }

  /**
   * Reads the file again.
   *
   * @throws IOException as {@link TokenFile#read}; then the tokens of before still count
   */
  public void reload() throws IOException {
    tokens = file.read();
  }

  /** The token with this secret, expired or not. */
  public Optional<Token> find(String secret) {
    byte[] digest = bytes(Secrets.digest(secret));
    Optional<Token> found = Optional.empty();
    // All are compared, so that the time tells nothing; of their digests it could tell little.
    for (Token token : tokens) {
      if (MessageDigest.isEqual(bytes(token.sha256()), digest)) {
        found = Optional.of(token);
      }
    }
    return found;
  }

  private static byte[] bytes(String digest) {
    return digest.getBytes(StandardCharsets.US_ASCII);
  }
}
