package org.ringfence.door.http.token;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of all tokens: JSON, without a secret, for its owner alone.
 *
 * <p>It is written anew beside the old one and put in its place, so that a reader sees the one or
 * the other. Two who write wait for one another.
 */
public final class TokenFile {
  private static final String NAME = "tokens.json";
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path file;

  /** How a file is written. */
  record Sheet(List<Line> tokens) {}

  /** How a token is written. */
  record Line(
      String name, List<String> scopes, String created, @Nullable String expires, String sha256) {}

  /** The file in the folder {@code state}. */
  public TokenFile(Path state) {
    this.file = state.resolve(NAME);
  }

  /** Where it stands. */
  public Path path() {
    return file;
  }

  /**
   * All tokens; none where there is no file.
   *
   * @throws IOException with a sentence for the operator where it is damaged, or others may read or
   *     write it
   */
  public List<Token> read() throws IOException {
    try {
      requireOwnerOnly();
      Sheet sheet = JSON.readValue(Files.readAllBytes(file), Sheet.class);
      return sheet.tokens().stream().map(TokenFile::token).toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (RuntimeException damaged) {
      throw new IOException(
          file + ": this is no file of tokens. Take a copy of it, or remove it and make new ones.",
          damaged);
    }
  }

  /**
   * Replaces the tokens by what {@code change} makes of them.
   *
   * @throws IOException with a sentence for the operator where it cannot be read or written
   */
  public void change(UnaryOperator<List<Token>> change) throws IOException {
    Path lock = file.resolveSibling(NAME + ".lock");
    try (FileChannel channel =
            FileChannel.open(
                lock,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER));
        var held = channel.lock()) {
      if (held.isValid()) {
        write(change.apply(read()));
      }
    } catch (NoSuchFileException noFolder) {
      throw new IOException(
          file.getParent() + ": there is no such folder. Make it, or name the state folder.",
          noFolder);
    }
  }

  private void write(List<Token> tokens) throws IOException {
    byte[] text = JSON.writeValueAsBytes(new Sheet(tokens.stream().map(TokenFile::line).toList()));
    Path folder = file.toAbsolutePath().getParent();
    Path next =
        Files.createTempFile(folder, NAME, ".new", PosixFilePermissions.asFileAttribute(OWNER));
    try {
      try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(text));
        channel.force(true);
      }
      // Made by root, it still is the service's, whose folder it stands in.
      if (!Files.getOwner(next).equals(Files.getOwner(folder))) {
        Files.setOwner(next, Files.getOwner(folder));
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private void requireOwnerOnly() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    List<PosixFilePermission> others = new ArrayList<>(view.readAttributes().permissions());
    others.removeAll(OWNER);
    if (!others.isEmpty()) {
      throw new IOException(
          file + ": others than its owner may use this file. Run chmod 600 " + file + ".");
    }
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
