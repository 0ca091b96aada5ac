package org.ringfence.arrival.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Message;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect;

/** Messages built to use up time, memory or stack. */
final class HostileMessageTest {
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n\r\n";
  private static final int MEGA = 1_000_000;

  private final MessageParser parser =
      new MessageParser(Limits.standard(), System::nanoTime, List.of());

  static Stream<Arguments> hostileMessages() {
    return Stream.of(
        hostile("20000 nested multiparts", true, HostileMessageTest::nestedMultiparts),
        hostile("300000 tiny parts", true, HostileMessageTest::tinyParts),
        hostile("boundary flood", false, out -> boundaries(out, "--b\n")),
        hostile("flood of lines like boundaries", false, out -> boundaries(out, "--bb\n")),
        hostile("1000000 header fields", true, out -> repeat(out, MEGA, "X-Field: value\r\n")),
        hostile("200000 Received fields", true, HostileMessageTest::received),
        hostile("50 MB header line", true, out -> fiftyMegabytes(out, "Subject: ", "a")),
        hostile("50 MB folded header", true, out -> fiftyMegabytes(out, "Subject: a", "\r\n a")),
        hostile("50 MB body line", true, out -> fiftyMegabytes(out, "Subject: a\r\n\r\n", "a b ")),
        hostile("50 MB without any field", true, out -> fiftyMegabytes(out, "", "a b ")),
        hostile("50 MB of carriage returns", false, out -> fiftyMegabytes(out, "", "\r")),
        hostile("50 MB base64", true, out -> fiftyMegabytes(out, encoded("base64"), "QUJD")),
        hostile("nested div", true, out -> repeat(out, HTML, MEGA, "<div>")),
        hostile("unclosed formatting", true, HostileMessageTest::formatting),
        hostile("nested tables", true, out -> repeat(out, HTML, 200_000, "<table><tr><td>x")),
        hostile("10 MB of entities", true, out -> repeat(out, HTML, MEGA, "&notanent;")),
        hostile("tel links", true, out -> repeat(out, HTML, MEGA, "<a href=tel:8085550142>x</a>")),
        hostile("distinct tel links", true, HostileMessageTest::telephoneLinks),
        hostile("attributes on one tag", true, HostileMessageTest::attributes),
        hostile("style rules", true, HostileMessageTest::styleRules),
        hostile(
            "uuencode groups", false, out -> repeat(out, "A: b\n\nbegin 644 a\n", MEGA, "M!\n")),
        hostile("junk header lines", true, out -> repeat(out, "A: b\n", MEGA, "junk\nA: b\n")),
        hostile("two media types", true, HostileMessageTest::twoMediaTypes),
        hostile("style braces", false, out -> repeat(out, HTML + "<style>", MEGA, "@media{")),
        hostile("declarations", true, HostileMessageTest::declarations),
        hostile("comments", true, out -> repeat(out, HTML, MEGA, "<!--[if mso]>x<![endif]-->")),
        hostile("unclosed comments", false, out -> repeat(out, HTML, MEGA, "<!--")),
        hostile("1000 nested messages", true, HostileMessageTest::nestedMessages),
        hostile("encoded words", true, out -> repeat(out, "Subject: ", MEGA, "=?utf-8?B?QQ==?= ")),
        hostile("unclosed encoded words", true, out -> repeat(out, "Subject: ", MEGA, "=?a?Q?")),
        hostile("half encoded words", true, out -> repeat(out, "Subject: ", MEGA, "=?")),
        hostile("mailboxes", true, out -> repeat(out, "To: ", MEGA, "\"a\" <a@b.example>, ")),
        hostile("address commas", true, out -> repeat(out, "To: ", MEGA, "a,")),
        hostile("address quotes", true, out -> repeat(out, "To: ", MEGA, "\"")),
        hostile("comments in a name", true, out -> repeat(out, "To: a", MEGA, "()")),
        hostile("colons in a name", true, out -> repeat(out, "To: a", MEGA, ":")),
        hostile("groups", true, out -> repeat(out, "To: ", MEGA, "a:;")),
        hostile("address comments", true, out -> repeat(out, "To: ", MEGA, "(")),
        hostile(
            "parameters", true, out -> repeat(out, "Content-Type: text/plain", MEGA, "; a*1=b")),
        hostile(
            "soft line breaks",
            false,
            out -> repeat(out, encoded("quoted-printable"), MEGA, "=\r\n")),
        hostile(
            "false soft line breaks",
            true,
            out -> repeat(out, encoded("quoted-printable"), MEGA, "=    ")),
        hostile("truncated base64", false, out -> repeat(out, encoded("base64"), 1, "QUJDR")),
        hostile(
            "foreign base64", false, out -> repeat(out, encoded("base64"), MEGA, "\u0001\u0002")),
        hostile("uuencode beginnings", false, out -> repeat(out, "A: b\n\n", MEGA, "begin 6\n")),
        hostile("NUL only", false, out -> out.writeBytes(new byte[MEGA])),
        hostile("random octets", false, HostileMessageTest::randomOctets),
        hostile("invalid UTF-8", false, HostileMessageTest::invalidUtf8),
        hostile("empty", false, out -> {}));
  }

  private static Arguments hostile(
      String name, boolean leavesDefect, Consumer<ByteArrayOutputStream> writer) {
    return Arguments.of(name, leavesDefect, writer);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileMessages")
  void hostileMessage_isReadInTimeAndSaysWhatWasLeftOut(
      String name, boolean leavesDefect, Consumer<ByteArrayOutputStream> writer) {
    var out = new ByteArrayOutputStream();
    writer.accept(out);
    Octets octets = Octets.of(out.toByteArray());

    Message message = assertTimeoutPreemptively(BOUND, () -> parser.parse(octets));

    if (leavesDefect) {
      assertThat(message.defects()).as(name).isNotEmpty();
    }
    assertThat(message.defects()).hasSizeLessThan(220);
  }

  @Test
  void timeThatIsUp_endsReadingWithADefect() {
    var late = new MessageParser(Limits.standard(), new Ticker()::next, List.of());
    var out = new ByteArrayOutputStream();
    tinyParts(out);

    Message message = late.parse(Octets.of(out.toByteArray()));

    assertThat(message.defects()).extracting(ParseDefect::kind).contains(ParseDefect.Kind.TIME_OUT);
  }

  /** A clock on which each look takes a tenth of a second. */
  private static final class Ticker {
    private long now;

    long next() {
      now += Duration.ofMillis(100).toNanos();
      return now;
    }
  }

  private static String encoded(String encoding) {
    return "Content-Transfer-Encoding: " + encoding + "\r\n\r\n";
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void repeat(ByteArrayOutputStream out, int times, String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < times; i++) {
      out.writeBytes(octets);
    }
  }

  private static void repeat(ByteArrayOutputStream out, String start, int times, String text) {
    write(out, start);
    repeat(out, times, text);
  }

  private static void fiftyMegabytes(ByteArrayOutputStream out, String start, String text) {
    repeat(out, start, 50 * MEGA / text.length(), text);
  }

  private static void nestedMultiparts(ByteArrayOutputStream out) {
    for (int i = 0; i < 20_000; i++) {
      write(out, "Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n");
    }
    write(out, "\r\nCall +1 (808) 555-0142\r\n");
  }

  private static void tinyParts(ByteArrayOutputStream out) {
    repeat(out, "Content-Type: multipart/mixed; boundary=b\r\n\r\n", 300_000, "--b\r\n\r\na\r\n");
  }

  private static void boundaries(ByteArrayOutputStream out, String line) {
    repeat(out, "Content-Type: multipart/mixed; boundary=b\r\n\r\n", MEGA, line);
  }

  private static void twoMediaTypes(ByteArrayOutputStream out) {
    for (int i = 0; i < 60; i++) {
      write(out, "Content-Type: multipart/mixed; boundary=b" + i + "\r\n");
      write(out, "Content-Type: multipart/related; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n");
    }
    repeat(out, "\r\n", MEGA, "Call +1 (808) 555-0142\r\n");
  }

  private static void received(ByteArrayOutputStream out) {
    repeat(
        out, 200_000, "Received: from a.example by b.example; Mon, 1 Jan 2024 00:00:00 +0000\r\n");
  }

  private static void formatting(ByteArrayOutputStream out) {
    write(out, HTML);
    for (int i = 0; i < 20_000; i++) {
      write(out, "<font size=" + i + "><b id=" + i + ">");
    }
    repeat(out, 20_000, "<p>x");
  }

  private static void telephoneLinks(ByteArrayOutputStream out) {
    write(out, HTML);
    for (int i = 0; i < MEGA; i++) {
      write(out, "<a href=tel:" + i + ">x</a>");
    }
  }

  private static void attributes(ByteArrayOutputStream out) {
    write(out, HTML + "<div ");
    for (int i = 0; i < MEGA; i++) {
      write(out, "a" + i + "=\"b\" ");
    }
    write(out, ">");
  }

  private static void styleRules(ByteArrayOutputStream out) {
    write(out, HTML + "<style>");
    for (int i = 0; i < 200_000; i++) {
      write(out, ".x.c" + i + "{display:none}");
    }
    write(out, "</style>");
    repeat(out, MEGA, "<p class='x y z'>a");
  }

  private static void declarations(ByteArrayOutputStream out) {
    repeat(out, HTML + "<div style='", MEGA, "color:red;(");
    repeat(out, "'>", 100_000, "<p style='color:rgb(1,2,3);font:bold 12px/1 a'>a");
  }

  private static void nestedMessages(ByteArrayOutputStream out) {
    repeat(out, 1_000, "Subject: one of many\r\nContent-Type: message/rfc822\r\n\r\n");
    write(out, "Subject: the last\r\n\r\nCall +1 (808) 555-0142\r\n");
  }

  private static void randomOctets(ByteArrayOutputStream out) {
    var octets = new byte[MEGA];
    new Random(42).nextBytes(octets);
    out.writeBytes(octets);
  }

  private static void invalidUtf8(ByteArrayOutputStream out) {
    write(out, "Content-Type: text/plain; charset=utf-8\r\n\r\n");
    var octets = new byte[MEGA];
    Arrays.fill(octets, (byte) 0xC3);
    out.writeBytes(octets);
  }
}
