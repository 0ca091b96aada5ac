package org.ringfence.arrival.parse.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ringfence.arrival.parse.document.Attachments;
import org.ringfence.arrival.parse.document.CollectingSink;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

class CalendarReaderTest {
  private static CollectingSink read(byte[] content) {
    return new CollectingSink(new CalendarReader())
        .read(Attachments.of("text/calendar", "invite.ics", content));
  }

  private static CollectingSink readCase(String name) {
    return read(Attachments.caseFile("calendar/" + name));
  }

  private static List<String> texts(String name) {
    return readCase(name).texts(SurfaceKind.CALENDAR);
  }

  @Test
  void everyTextOfAnInvitation_isASurface() {
    CollectingSink out = readCase("invitation-that-bills.ics");

    assertThat(out.texts(SurfaceKind.CALENDAR))
        .containsExactly(
            "Renewal of your Harbour Shield plan",
            "Billing; Desk",
            "Pat Reader",
            "Call +1 (808) 555-0142",
            "Your plan was renewed for 389.90 USD, paid by card.\n"
                + "To cancel, call +1 (808) 555-0142.",
            "https://meet.fixture.example/4471",
            "Charge due today");
    assertThat(out.surfaces()).extracting(Surface::place).first().hasToString("part 2, SUMMARY");
    assertThat(out.defects()).isEmpty();
  }

  @Test
  void continuationThatLostItsBlank_runsOn() {
    assertThat(texts("continuation-without-blank.ics"))
        .containsExactly(
            "Your plan was renewed for 389.90 USD. To cancel it call our desks"
                + " at +1 (808) 555-0142 today.");
  }

  @Test
  void bareLineEnds_areLinesOfTheText() {
    assertThat(texts("bare-line-ends-in-the-text.ics"))
        .containsExactly("Dear customer\n\nAmount: 389.90 USD\nCall +1 (808) 555-0142");
  }

  @Test
  void foldInsideACharacter_isUndone() {
    CollectingSink out = readCase("fold-inside-a-character.ics");

    assertThat(out.texts(SurfaceKind.CALENDAR)).containsExactly("Gebühr");
  }

  @Test
  void descriptionInHtml_isHandedOnAsHtml() {
    CollectingSink out = readCase("description-in-html.ics");

    assertThat(out.texts(SurfaceKind.CALENDAR)).isEmpty();
    assertThat(out.unread()).extracting(Attachment::mediaType).containsOnly("text/html").hasSize(2);
  }

  @Test
  void angleBracketsAroundAnAddress_areNoHtml() {
    assertThat(texts("team-meeting.ics")).hasSize(2).last().asString().endsWith("example>");
  }

  @Test
  void truncatedObject_isReadToItsEnd() {
    assertThat(texts("truncated.ics")).containsExactly("Renewal", "Call +1 (808) 555-0142");
  }

  @Test
  void brokenDate_losesNoText() {
    assertThat(texts("end-that-is-no-date.ics")).containsExactly("Renewal of your plan");
  }

  @Test
  void numberOnACard_isDialled() {
    CollectingSink out = readCase("card-with-a-number.vcf");

    assertThat(out.texts(SurfaceKind.TEL_LINK)).containsExactly("tel:+1 808 555 0142");
    assertThat(out.texts(SurfaceKind.CALENDAR)).last().asString().endsWith("open at anyhour!");
  }

  @Test
  void wrongCharset_isADefectAndReadAsDeclared() {
    byte[] latin1 = "SUMMARY:Gebühr\r\n".getBytes(StandardCharsets.ISO_8859_1);
    CollectingSink out = read(latin1);

    assertThat(out.defects()).containsExactly(Kind.CHARSET);
    assertThat(out.texts(SurfaceKind.CALENDAR)).containsExactly("Gebühr");
  }

  @Test
  void fileInside_isHandedOn() {
    CollectingSink out =
        read(
            "ATTACH;ENCODING=BASE64;FMTTYPE=application/pdf:JVBERi0=\r\n"
                .getBytes(StandardCharsets.UTF_8));

    assertThat(out.unread()).extracting(Attachment::mediaType).containsExactly("application/pdf");
  }

  @Test
  void noContentLines_isADefect() {
    assertThat(read("nothing of the kind".getBytes(StandardCharsets.UTF_8)).defects())
        .containsExactly(Kind.MALFORMED);
  }

  @Test
  void manyLines_endAtTheLimit() {
    byte[] many = "SUMMARY:Call us\r\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);

    assertThat(read(many).defects()).containsExactly(Kind.LIMIT_REACHED);
  }

  @Property(tries = 500)
  void damagedOctets_throwNothing(@ForAll @IntRange(max = 900) int position, @ForAll byte value) {
    byte[] whole = Attachments.caseFile("calendar/invitation-that-bills.ics");
    byte[] damaged = Arrays.copyOf(whole, whole.length);
    damaged[position % whole.length] = value;
    read(damaged);
  }
}
