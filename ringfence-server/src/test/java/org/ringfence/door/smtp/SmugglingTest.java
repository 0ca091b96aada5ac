package org.ringfence.door.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * A second mail that nobody looked at, hidden in a first one: each dialogue is a file. {@code C:}
 * is what the client sends, with {@code \r}, {@code \n}, {@code \0} and {@code \xHH}; {@code S:} is
 * how the reply begins.
 */
@Timeout(60)
final class SmugglingTest {
  private static final Path CASES =
      Path.of(System.getProperty("ringfence.root"))
          .resolve("ringfence-server/src/test/resources/cases/smtp-smuggling");

  private final Logger logger = (Logger) LoggerFactory.getLogger(Session.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  static Stream<Path> refused() throws IOException {
    return files("refused");
  }

  static Stream<Path> honest() throws IOException {
    return files("honest");
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(CASES.resolve(folder))) {
      return files.sorted().toList().stream();
    }
  }

  @BeforeEach
  void listen() {
    logged.start();
    logger.setLevel(Level.WARN);
    logger.setAdditive(false);
    logger.addAppender(logged);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(logged);
    logger.setLevel(null);
    logger.setAdditive(true);
  }

  @ParameterizedTest
  @MethodSource
  void refused(Path dialogue) throws Exception {
    try (Rig rig = Rig.smtp()) {
      try (SmtpPeer peer = rig.stranger()) {
        play(dialogue, peer);
        assertThat(peer.reply()).as("the connection is closed").isEmpty();
      }
      assertThat(rig.arrivals).isEmpty();
      assertThat(rig.next.taken).isEmpty();
      assertThat(rig.next.commands).noneMatch(command -> command.contains("ceo@"));
      assertThat(logged.list)
          .anySatisfy(
              event ->
                  assertThat(event.getFormattedMessage())
                      .startsWith("client=127.0.0.1 refused: 5"));
    }
  }

  @ParameterizedTest
  @MethodSource
  void honest(Path dialogue) throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.stranger()) {
      play(dialogue, peer);
      String came = rig.next.next().octets();
      assertThat(came).endsWith(content(dialogue));
      assertThat(rig.next.taken).isEmpty();
      assertThat(logged.list).isEmpty();
    }
  }

  private static void play(Path dialogue, SmtpPeer peer) throws IOException {
    for (String line : Files.readAllLines(dialogue)) {
      if (line.startsWith("C: ")) {
        peer.write(octets(line.substring(3)));
      } else if (line.startsWith("S: ")) {
        assertThat(peer.reply()).startsWith(line.substring(3));
      }
    }
  }

  /** What the client meant to send: up to the end, and without the dots that it doubled. */
  private static String content(Path dialogue) throws IOException {
    List<String> said =
        Files.readAllLines(dialogue).stream().filter(line -> line.startsWith("C: ")).toList();
    String data = octets(said.getLast().substring(3));
    int end = data.startsWith(".\r\n") ? 0 : data.indexOf("\r\n.\r\n") + 2;
    return data.substring(0, end).replaceAll("(?m)^\\.\\.", ".");
  }

  private static String octets(String escaped) {
    return Pattern.compile("\\\\(r|n|0|x[0-9a-f]{2})")
        .matcher(escaped)
        .replaceAll(found -> Matcher.quoteReplacement(octet(found.group(1))));
  }

  private static String octet(String name) {
    return switch (name) {
      case "r" -> "\r";
      case "n" -> "\n";
      case "0" -> "\0";
      default -> String.valueOf((char) Integer.parseInt(name.substring(1), 16));
    };
  }
}
