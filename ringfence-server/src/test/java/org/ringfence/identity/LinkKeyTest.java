package org.ringfence.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkKeyTest {
  private static final byte[] OTHER =
      "12345678901234567890123456789012".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  @Test
  void key_isMadeOnceForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("link.key");
    byte[] key = LinkKey.of(file, new byte[LinkKey.BYTES]);

    assertThat(LinkKey.of(file, OTHER)).isEqualTo(key).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void fileThatIsNoKey_isRefusedInASentence() throws IOException {
    Path file = folder.resolve("link.key");
    Files.writeString(file, "secret words");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThatThrownBy(() -> LinkKey.of(file, OTHER))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("64 hexadecimal digits")
        .hasMessageNotContaining("secret words");
  }
}
