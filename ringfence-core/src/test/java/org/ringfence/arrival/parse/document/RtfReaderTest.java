package org.ringfence.arrival.parse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.SurfaceKind;

class RtfReaderTest {
  private static final String LETTER =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}"
          + "\\f0 Geb\\'fchr: 389.90\\u8364?\\par Call {\\field{\\*\\fldinst{HYPERLINK"
          + " \"tel:+18085550142\"}}{\\fldrslt our desk}} today\\par}";

  private static CollectingSink read(String rtf) {
    return new CollectingSink(new RtfReader())
        .read(
            Attachments.of("application/rtf", "a.rtf", rtf.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void textAndLinks_areRead() {
    CollectingSink out = read(LETTER);

    assertThat(out.texts(SurfaceKind.OFFICE))
        .containsExactly("Gebühr: 389.90€\nCall our desk today\n");
    assertThat(out.texts(SurfaceKind.TEL_LINK)).containsExactly("tel:+18085550142");
  }

  @Test
  void cells_arePartedByTabs() {
    assertThat(read("{\\rtf1 Total\\cell 389.90\\cell\\row Call us}").texts(SurfaceKind.OFFICE))
        .containsExactly("Total\t389.90\nCall us");
  }

  @Test
  void htmlInRtf_isHandedOnAsHtml() {
    CollectingSink out =
        read(
            "{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Call us\\htmlrtf }"
                + "\\htmlrtf0{\\*\\htmltag72 </p>}}");

    assertThat(out.unread()).extracting(Attachment::mediaType).containsExactly("text/html");
    assertThat(out.unread().getFirst().octets().toByteArray())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("<p>Call us</p>");
  }

  @Test
  void deepNesting_isADefect() {
    assertThat(read("{\\rtf1 " + "{".repeat(1 << 20)).defects())
        .containsExactly(Kind.LIMIT_REACHED);
  }

  @Property(tries = 500)
  void damagedOctets_throwNothing(@ForAll @IntRange(max = 200) int position, @ForAll char value) {
    StringBuilder damaged = new StringBuilder(LETTER);
    damaged.setCharAt(position % damaged.length(), value);
    read(damaged.toString());
  }
}
