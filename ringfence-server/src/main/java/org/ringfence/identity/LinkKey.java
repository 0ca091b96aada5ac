package org.ringfence.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** The key of links, in a file for its owner alone: 64 hexadecimal digits. */
public final class LinkKey {
  /** How many bytes it has. */
  public static final int BYTES = 32;

  private LinkKey() {}

  /**
   * The key, made where there is none yet.
   *
   * @param chance 32 bytes that nobody can foresee
   * @throws IOException with a sentence for the operator where the file cannot be used
   */
  public static byte[] of(Path path, byte[] chance) throws IOException {
    OwnerFile file = new OwnerFile(path);
    if (file.read().isEmpty()) {
      byte[] fresh = HexFormat.of().formatHex(chance).getBytes(StandardCharsets.US_ASCII);
      file.change(old -> old.orElse(fresh));
    }
    return key(path, file.read().orElseThrow());
  }

  private static byte[] key(Path path, byte[] content) throws IOException {
    Optional<byte[]> key = bytes(new String(content, StandardCharsets.US_ASCII).strip());
    return key.orElseThrow(
        () ->
            new IOException(
                path
                    + ": this is no key of links, which has 64 hexadecimal digits. Take a copy of"
                    + " it, or remove it: then links in mail that was delivered end."));
  }

  private static Optional<byte[]> bytes(String digits) {
    try {
      return Optional.of(HexFormat.of().parseHex(digits)).filter(key -> key.length == BYTES);
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }
}
