package org.ringfence.effect.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.arrival.parse.Entity;
import org.ringfence.arrival.parse.EntityTree;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.knowledge.PolicyAction.DisarmNumber;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Message;
import org.ringfence.mail.Octets;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** Each case is a mail with wishes, and beside it the mail as it goes on. */
final class EditingTest {
  private static final EditCase CASES = new EditCase(BodyEdits.ALLOWED);
  private static final Wishes ALL =
      new Wishes(
          List.of(),
          List.of("[CALL]"),
          List.of("Be careful."),
          Optional.of(DisarmNumber.How.MASK),
          List.of());
  private static final Octets MAIL = EditCase.file("of-alternatives-each-gets-the-warning.eml");

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(EditCase.FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".eml") && !name.endsWith(".expected.eml"))
          .sorted()
          .toList();
    }
  }

  private static Octets html(String html) {
    String message = "Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html;
    return Octets.of(message.getBytes(StandardCharsets.UTF_8));
  }

  private static String field(MessageEdits edits, String name) {
    return edits.added().stream()
        .filter(one -> one.name().equals("X-Ringfence-" + name))
        .map(HeaderEdit.Add::body)
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void mail_goesOnAsWritten(String name) {
    assertThat(EditCase.text(CASES.edited(EditCase.file(name))))
        .isEqualTo(EditCase.text(EditCase.file(name.replace(".eml", ".expected.eml"))));
  }

  /** What an edited mail shows is all that the mail showed, and no new kind of damage. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void editedMail_isReadLikeTheOldOne(String name) {
    Message before = CASES.read(EditCase.file(name));
    Message after = CASES.read(CASES.edited(EditCase.file(name)));
    assertThat(after.surfaces().stream().map(Surface::kind).distinct())
        .containsAnyElementsOf(before.surfaces().stream().map(Surface::kind).toList());
    assertThat(before.defects()).containsAll(after.defects());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void maskedNumbers_areFoundNoMore(String name) {
    Octets mail = EditCase.file(name);
    MessageEdits edits = CASES.edits(mail, EditCase.wishes(mail));
    boolean masked = EditCase.wishes(mail).disarm().equals(Optional.of(DisarmNumber.How.MASK));
    if (masked && field(edits, "Disarmed").equals("all")) {
      List<CallbackNumber> left = CASES.numbers(EditedMessage.of(mail, edits));
      assertThat(left).noneMatch(number -> number.e164().equals("+18085550142"));
    }
  }

  @Test
  void cases_areEnough() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(37);
  }

  @Test
  void siteThatWantsNoBodyChanged_isToldSoInTheHeader() {
    MessageEdits edits = new EditCase(BodyEdits.HEADERS_ONLY).edits(MAIL, ALL);

    assertThat(edits.body()).isEmpty();
    assertThat(field(edits, "Body")).isEqualTo("left-alone; not-wanted");
    assertThat(field(edits, "Disarmed")).isEqualTo("none");
    assertThat(edits.changed()).extracting(HeaderEdit.Change::name).containsExactly("Subject");
  }

  @Test
  void messageThatIsNotWhole_keepsTheBodyThatNobodyKnows() {
    MessageEdits edits = CASES.edits(MAIL, ALL, false);

    assertThat(edits.body()).isEmpty();
    assertThat(field(edits, "Body")).isEqualTo("left-alone; not-whole");
  }

  @Test
  void mailWithoutWishes_getsFieldsAlone() {
    MessageEdits edits = CASES.edits(MAIL, Wishes.none());

    assertThat(edits.body()).isEmpty();
    assertThat(edits.changed()).isEmpty();
    assertThat(field(edits, "Body")).isEmpty();
    assertThat(EditCase.text(EditedMessage.of(MAIL, edits)))
        .endsWith(EditCase.text(MAIL).substring(EditCase.text(MAIL).indexOf("MIME-Version")));
  }

  @Test
  void editingTwice_changesNothingMoreOfNumbersAndSubject() {
    Octets once = EditedMessage.of(MAIL, CASES.edits(MAIL, ALL));
    MessageEdits again = CASES.edits(once, ALL);

    assertThat(again.changed()).isEmpty();
    assertThat(field(again, "Disarmed")).isEmpty();
    assertThat(again.removed())
        .extracting(HeaderEdit.Remove::name)
        .contains("X-Ringfence-Verdict", "X-Ringfence-Body", "X-Ringfence-Disarmed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a ",
        "<!--",
        "<!-- -->",
        "<a href=\"",
        "<a href=tel:1>",
        "<script>",
        "</script>",
        "<!--[if mso]><script>-->",
        "<!--[if mso]><a b='-->",
        "&#",
        "&zwnj;",
        "<p title=\"8\">",
        "+1 (808) 555-0142 ",
        "8085550142",
        "<div>",
        "--",
        "-->",
        "<textarea>",
        "<svg><title>",
        "\u200b8"
      })
  void hostilePage_isEditedInTimeLinearInIt(String piece) {
    long small = bestNanos(piece.repeat(20_000 / piece.length()));
    long large = bestNanos(piece.repeat(320_000 / piece.length()));
    // Sixteen times the page: quadratic work would take 256 times as long.
    assertThat(large).isLessThan(small * 80 + Duration.ofMillis(80).toNanos());
  }

  private static long bestNanos(String page) {
    Octets mail = html("Renewed for 389.90 USD, call +1 (808) 555-0142 now " + page);
    var record = CASES.record(html("Renewed for 389.90 USD, call +1 (808) 555-0142 now "));
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long start = System.nanoTime();
      CASES.edits(record, mail, ALL);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  @Provide
  Arbitrary<String> pages() {
    return Arbitraries.of(
            "<html>",
            "<head>",
            "<body>",
            "<body x='>'>",
            "</body>",
            "<!--",
            "-->",
            "<!-- x -->",
            "<script>",
            "</script>",
            "<style>",
            "</style>",
            "<title>",
            "</title>",
            "<p>",
            "words ",
            "call +1 (808) 555-0142 now ",
            "<a href=\"tel:+18085550142\">",
            "</a>",
            "<",
            ">",
            "'",
            "\"",
            "&nbsp;",
            "&#x38;",
            "\r\n",
            "é",
            "\u200b",
            "<!doctype html>",
            "<td\n>",
            "</",
            "<?xml?>",
            "<textarea>",
            "\0")
        .list()
        .ofMaxSize(25)
        .map(pieces -> String.join("", pieces));
  }

  /** Take away what was put in, and the page is the old one; and its reader sees the warning. */
  @Property(tries = 400)
  void anyPage_showsTheWarningAndKeepsTheRest(@ForAll("pages") String page) {
    Wishes banner =
        new Wishes(List.of(), List.of(), List.of("Be careful."), Optional.empty(), List.of());
    Octets mail = html(page);
    Octets edited = EditedMessage.of(mail, CASES.edits(mail, banner));
    String text = new String(bodyOf(edited), StandardCharsets.UTF_8);

    int start = text.indexOf("<div role=\"alert\"");
    int end = text.indexOf("</div>\r\n", start) + "</div>\r\n".length();
    assertThat(text.substring(0, start) + text.substring(end)).isEqualTo(page);
    assertThat(CASES.read(edited).surfaces(SurfaceKind.VISIBLE_HTML))
        .anyMatch(surface -> surface.text().stripLeading().startsWith("Warning: do not call"));
  }

  /** The decoded body of a mail of one part. */
  private static byte[] bodyOf(Octets mail) {
    var leaf = (Entity.Leaf) EntityTree.read(mail, Limits.standard());
    return leaf.content().toByteArray();
  }

  @Provide
  Arbitrary<String> mails() {
    return Arbitraries.of(
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "Content-Type: text/html\r\n",
            "Content-Type: text/plain; charset=utf-16\r\n",
            "Content-Type: message/rfc822\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Transfer-Encoding: x\r\n",
            "Content-Transfer-Encoding: quoted-printable\r\n",
            "\r\n",
            "--b\r\n",
            "--b--\r\n",
            "Subject: =?utf-8?B?w\r\n",
            "PGI+SGk=\r\n",
            "=E9=\r\n",
            "call +1 (808) 555-0142\r\n",
            "BEGIN:VCALENDAR\r\n",
            "Content-Type: text/calendar\r\n",
            "\n",
            "\r",
            "\0")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 600)
  void anyMail_isEditedWithoutAFault(@ForAll("mails") String mail) {
    Octets octets = Octets.of(mail.getBytes(StandardCharsets.ISO_8859_1));
    MessageEdits edits = CASES.edits(octets, ALL);

    assertThat(field(edits, "Body"))
        .isIn(
            Set.of("warned", "changed", "unchanged", "left-alone; no-text", "left-alone; unclear"));
    assertThat(EditedMessage.of(octets, edits)).isNotNull();
  }
}
