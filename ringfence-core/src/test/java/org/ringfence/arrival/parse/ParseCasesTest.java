package org.ringfence.arrival.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/** Each case is a message and, beside it, the transcript of what its reader sees. */
final class ParseCasesTest {
  private static final Path CASES =
      Path.of(
          System.getProperty("ringfence.root"), "ringfence-core/src/test/resources/cases/parse");

  private final MessageParser parser =
      new MessageParser(Limits.standard(), System::nanoTime, List.of());

  static List<String> cases() {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".eml"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void case_isReadAsWritten(String name) throws IOException {
    byte[] octets = Files.readAllBytes(CASES.resolve(name));
    String expected = Files.readString(CASES.resolve(name.replace(".eml", ".expected.txt")));

    assertThat(Transcript.of(parser.parse(Octets.of(octets)))).isEqualTo(expected);
  }

  @Test
  void cases_areEnough() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(45);
  }
}
