package org.ringfence.door.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ringfence.reception.Room;

/** Messages of every kind of octets, in pieces of every size, against the words of the RFC. */
final class InboundTest {
  private static final int MESSAGES = 20_000;
  private static final char[] OCTETS = {'a', '.', '.', '\r', '\n', '\0', ' ', '\u0085'};

  private final Random random = new Random(20_261_120);

  private String octets(boolean onlyLines) {
    var text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      int which = random.nextInt(onlyLines ? 12 : 24);
      text.append(which < OCTETS.length && !onlyLines ? OCTETS[which] : "");
      text.append(which % 3 == 0 ? "\r\n" : which % 3 == 1 ? "." : "a");
    }
    return text.append("\r\n").toString();
  }

  /** Gives the octets in pieces of one to three. */
  private InputStream inPieces(String octets) {
    InputStream whole = new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1));
    return new FilterInputStream(whole) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(3)));
      }
    };
  }

  /** The message; empty where it was refused, or where no end was found. */
  private Optional<String> read(String wire) throws IOException {
    Inbound in = new Inbound(inPieces(wire), 998);
    try (Incoming message = new Incoming(1_000, new Room(1_000, 1_000, Duration.ofSeconds(1)))) {
      in.message(message);
      assertThat(in.command()).as("what stands behind the end").contains("NOOP");
      return Optional.of(message.octets().decode(StandardCharsets.ISO_8859_1));
    } catch (Breach | EOFException refused) {
      return Optional.empty();
    }
  }

  @Test
  void messageOfWholeLines_isReadAsItWasMeant() throws IOException {
    for (int i = 0; i < MESSAGES; i++) {
      String message = octets(true);
      String wire = message.replaceAll("(?m)^\\.", "..") + ".\r\nNOOP\r\n";
      assertThat(read(wire)).contains(message);
    }
  }

  @Test
  void messageWithAnythingElse_isRefusedAndNeverCutShort() throws IOException {
    for (int i = 0; i < MESSAGES; i++) {
      String message = octets(false);
      boolean isClean =
          !message.replace("\r\n", "").contains("\r")
              && !message.replace("\r\n", "").contains("\n")
              && message.indexOf('\0') < 0;
      String wire = message.replaceAll("(?<=^|\r\n)\\.", "..") + ".\r\nNOOP\r\n";
      assertThat(read(wire)).isEqualTo(isClean ? Optional.of(message) : Optional.empty());
    }
  }
}
