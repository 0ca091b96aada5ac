package org.ringfence.arrival.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Link;
import org.ringfence.mail.Message;
import org.ringfence.mail.Octets;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** What holds for every message, whatever its octets. */
final class ParsePropertyTest {
  private static final Path CASES =
      Path.of(
          System.getProperty("ringfence.root"), "ringfence-core/src/test/resources/cases/parse");

  private final MessageParser parser =
      new MessageParser(Limits.standard(), System::nanoTime, List.of());

  @Property(tries = 1_000)
  void arbitraryOctets_areRead(@ForAll byte[] octets) {
    check(octets);
  }

  @Property(tries = 1_000)
  void arbitraryHtml_isRead(@ForAll("markup") String html) {
    check(("Content-Type: text/html; charset=utf-8\n\n" + html).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 1_000)
  void arbitraryHeader_isRead(@ForAll("header") String header) {
    check(header.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 2_000)
  void damagedCase_isRead(
      @ForAll("cases") String name,
      @ForAll @IntRange(max = 4_000) int at,
      @ForAll @IntRange(max = 40) int lost,
      @ForAll byte put)
      throws IOException {
    byte[] octets = Files.readAllBytes(CASES.resolve(name));
    int start = octets.length == 0 ? 0 : at % octets.length;
    int end = Math.min(octets.length, start + lost);
    var damaged = new byte[octets.length - (end - start) + 1];
    System.arraycopy(octets, 0, damaged, 0, start);
    damaged[start] = put;
    System.arraycopy(octets, end, damaged, start + 1, octets.length - end);
    check(damaged);
  }

  @Provide
  Arbitrary<String> cases() {
    return Arbitraries.of(ParseCasesTest.cases());
  }

  @Provide
  Arbitrary<String> markup() {
    return pieces(
        "<td>",
        "</td>",
        "<tr>",
        "</tr>",
        "<table>",
        "</table>",
        "<a href='tel:1'>",
        "</a>",
        "\n",
        "<br>",
        "<pre>",
        "</pre>",
        "<p style='display:none'>",
        "</p>",
        "x",
        "\t",
        "<!--",
        "-->",
        "<style>",
        ".a{display:none}",
        "</style>",
        "<i class=a>",
        "</i>",
        "&nbsp;",
        "<font color=",
        "'",
        "\"",
        ">",
        "rgb(1,2",
        "<div style='font:0/0 a;color:#ff'>",
        "</div>",
        "\u2028",
        " ");
  }

  @Provide
  Arbitrary<String> header() {
    return pieces(
        "Subject: ",
        "From: ",
        "To: ",
        "\n",
        "\r\n",
        "=?utf-8?B?",
        "=?utf-8?q?",
        "?=",
        "QUJD",
        "=C3",
        "<",
        ">",
        "\"",
        "(",
        ")",
        ",",
        ";",
        ":",
        "a@b.example",
        " ",
        "Content-Type: ",
        "multipart/x",
        "boundary=",
        "--",
        "b",
        "name*0*=utf-8''%C3",
        "name*1=",
        "*",
        "'",
        "%",
        "\\",
        "\u00e9");
  }

  private static Arbitrary<String> pieces(String... pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(60).map(list -> String.join("", list));
  }

  private void check(byte[] octets) {
    Message message = parser.parse(Octets.of(octets));
    for (Surface surface : message.surfaces()) {
      for (Link link : surface.links()) {
        assertThat(link.text().end()).isLessThanOrEqualTo(surface.text().length());
      }
      if (surface.kind() == SurfaceKind.SUBJECT || surface.kind() == SurfaceKind.DISPLAY_NAME) {
        assertThat(surface.text()).doesNotContain("\n", "\r", "\0");
      }
    }
    assertThat(parser.parse(Octets.of(octets))).isEqualTo(message);
  }
}
