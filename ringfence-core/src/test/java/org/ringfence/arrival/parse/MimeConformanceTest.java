package org.ringfence.arrival.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Message;
import org.ringfence.mail.Octets;
import org.ringfence.mail.Surface;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the test messages of Apache James mime4j and of stalwart's mail-parser and looks for lost
 * text.
 *
 * <p>The comparison: each distinct word (a run of letters and digits) of each text body that the
 * other parser is expected to find must stand in some surface of ours. HTML is stripped of its tags
 * on both sides. Of mime4j's files, which are octets in an unknown charset, words of ASCII alone
 * count. {@code conformance/mime-deviations.txt} in the test resources argues every message in
 * which a word is missing.
 */
@EnabledIf(
    value = "suiteIsExpected",
    disabledReason = "The shared conformance messages are not there and CI is not set.")
final class MimeConformanceTest {
  private static final Path ROOT =
      Path.of(System.getProperty("ringfence.root"), "..", "shared", "conformance", "mime");

  private final MessageParser parser =
      new MessageParser(Limits.standard(), System::nanoTime, List.of());
  private final JsonMapper json = new JsonMapper();

  static boolean suiteIsExpected() {
    return Files.isDirectory(ROOT) || System.getenv("CI") != null;
  }

  /** One text that must be found. */
  private record Expected(String text, boolean ascii) {}

  /** What was counted. */
  private static final class Tally {
    private int messages;
    private int texts;
    private int words;
    private int found;
    private final TreeMap<String, Set<String>> missing = new TreeMap<>();

    void compare(String name, Expected expected, Set<String> read) {
      texts++;
      for (String word : words(expected.text(), expected.ascii())) {
        words++;
        if (read.contains(word)) {
          found++;
        } else {
          missing.computeIfAbsent(name, any -> new HashSet<>()).add(word);
        }
      }
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "MIME conformance: %d messages read, %d texts compared, %d of %d words found, %d messages"
              + " with missing words",
          messages,
          texts,
          found,
          words,
          missing.size());
    }
  }

  @Test
  void mime4jTestMessages_loseNoText() throws IOException {
    Tally tally = tally("mime4j", ".msg", this::mime4jExpectations);

    assertThat(tally.messages).isGreaterThanOrEqualTo(80);
    assertThat(tally.texts).isGreaterThanOrEqualTo(260);
    assertThat(tally.found).isGreaterThanOrEqualTo(11_460);
    assertNothingElseIsMissing(tally);
  }

  @Test
  void mailParserTestMessages_loseNoText() throws IOException {
    Tally tally = tally("mail-parser", ".eml", this::mailParserExpectations);

    assertThat(tally.messages).isGreaterThanOrEqualTo(107);
    assertThat(tally.texts).isGreaterThanOrEqualTo(386);
    assertThat(tally.found).isGreaterThanOrEqualTo(15_174);
    assertNothingElseIsMissing(tally);
  }

  private static void assertNothingElseIsMissing(Tally tally) throws IOException {
    assertThat(tally.missing.keySet()).as(() -> tally + "\n" + tally.missing).isSubsetOf(argued());
  }

  private static Set<String> argued() throws IOException {
    Path file =
        Path.of(
            System.getProperty("ringfence.root"),
            "ringfence-core/src/test/resources/conformance/mime-deviations.txt");
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#") && line.contains("|"))
        .map(line -> line.substring(0, line.indexOf('|')).strip())
        .collect(Collectors.toSet());
  }

  private Tally tally(String suite, String ending, Function<Path, List<Expected>> expectations)
      throws IOException {
    var tally = new Tally();
    for (Path file : files(ROOT.resolve(suite), ending)) {
      tally.messages++;
      String name = ROOT.relativize(file).toString();
      byte[] octets = Files.readAllBytes(file);
      Set<String> read = read(octets);
      Set<String> readWithCrlf = read(crlf(octets));
      for (Expected expected : expectations.apply(file)) {
        tally.compare(name, expected, read);
        tally.compare(name, expected, readWithCrlf);
      }
    }
    System.out.println(suite + ": " + tally);
    return tally;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static byte[] crlf(byte[] octets) {
    String latin1 = new String(octets, StandardCharsets.ISO_8859_1);
    return latin1.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private Set<String> read(byte[] octets) {
    Message message = parser.parse(Octets.of(octets));
    var words = new HashSet<String>();
    for (Surface surface : message.surfaces()) {
      words.addAll(words(surface.text(), true));
      words.addAll(words(surface.text(), false));
    }
    return words;
  }

  /** mime4j keeps each decoded text of name.msg as name_decoded_1_2.txt. */
  private List<Expected> mime4jExpectations(Path message) {
    String stem = message.getFileName().toString().replace(".msg", "_decoded_");
    List<Expected> expected = new ArrayList<>();
    try {
      for (Path file : files(message.resolveSibling("."), ".txt")) {
        if (file.getFileName().toString().startsWith(stem)) {
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          expected.add(new Expected(looksLikeHtml(text) ? stripped(text) : text, true));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return expected;
  }

  private static boolean looksLikeHtml(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Stream.of("<html", "<body", "</p>", "<p>", "<h1", "<img ", "<br>")
        .anyMatch(lower::contains);
  }

  private static String stripped(String html) {
    return Jsoup.parse(html).text();
  }

  private List<Expected> mailParserExpectations(Path message) {
    Path file = message.resolveSibling(message.getFileName().toString().replace(".eml", ".json"));
    List<Expected> expected = new ArrayList<>();
    collect(json.readTree(file.toFile()), expected);
    return expected;
  }

  private static void collect(JsonNode message, List<Expected> expected) {
    for (JsonNode part : message.path("parts")) {
      JsonNode body = part.path("body");
      if (body.has("Text")) {
        expected.add(new Expected(body.path("Text").asString(), false));
      } else if (body.has("Html")) {
        expected.add(new Expected(stripped(body.path("Html").asString()), false));
      } else if (body.has("Message")) {
        collect(body.path("Message"), expected);
      }
    }
  }

  private static Set<String> words(String text, boolean ascii) {
    var words = new HashSet<String>();
    int start = -1;
    boolean pure = true;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean inWord = Character.isLetterOrDigit(c) || (ascii && c > 0x7F);
      if (inWord) {
        start = start < 0 ? i : start;
        pure &= c < 0x80;
      } else if (start >= 0) {
        if (!ascii || pure) {
          words.add(text.substring(start, i));
        }
        start = -1;
        pure = true;
      }
    }
    return words;
  }
}
