package org.ringfence.effect.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.Octets;

final class EditedMessageTest {
  private static final MessageEdits ONE_MORE =
      new MessageEdits(List.of(), List.of(new HeaderEdit.Add("X-New", "yes")));

  private static Octets octets(String text) {
    return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(Octets octets) {
    return octets.decode(StandardCharsets.ISO_8859_1);
  }

  private static String edited(String message, MessageEdits edits) {
    return text(EditedMessage.of(octets(message), edits));
  }

  private static MessageEdits change(String name, int occurrence, String body) {
    return new MessageEdits(
        List.of(),
        List.of(new HeaderEdit.Change(name, occurrence, body)),
        List.of(),
        Optional.empty());
  }

  private static MessageEdits remove(String name, int occurrence) {
    return new MessageEdits(List.of(new HeaderEdit.Remove(name, occurrence)), List.of());
  }

  private static MessageEdits body(String body) {
    return new MessageEdits(List.of(), List.of(), List.of(), Optional.of(octets(body)));
  }

  @Test
  void addedFields_standOnTopInTheirOrder() {
    MessageEdits edits =
        new MessageEdits(
            List.of(), List.of(new HeaderEdit.Add("X-A", "1"), new HeaderEdit.Add("X-B", "2")));
    assertThat(edited("From: a\r\n\r\nbody", edits))
        .isEqualTo("X-A: 1\r\nX-B: 2\r\nFrom: a\r\n\r\nbody");
  }

  @Test
  void messageWithBareLineFeeds_getsFieldsWithBareLineFeeds() {
    assertThat(edited("From: a\n\nbody\n", ONE_MORE)).isEqualTo("X-New: yes\nFrom: a\n\nbody\n");
  }

  @Test
  void mailboxFile_keepsItsSeparatorOnTop() {
    assertThat(edited("From x Mon\nFrom: a\n\nb", ONE_MORE))
        .isEqualTo("From x Mon\nX-New: yes\nFrom: a\n\nb");
  }

  @Test
  void changedField_keepsItsPlaceAndItsNameAsWritten() {
    assertThat(
            edited("A: 1\r\nsubJect : x\r\n y\r\nsubject: z\r\n\r\n", change("Subject", 1, "new")))
        .isEqualTo("A: 1\r\nsubJect: new\r\nsubject: z\r\n\r\n");
  }

  @Test
  void removedField_goesWithItsFoldedLines_andTheOthersOfItsNameStay() {
    assertThat(edited("X: 1\r\nx: 2\r\n\tand\r\nX: 3\r\n\r\nX: 2", remove("x", 2)))
        .isEqualTo("X: 1\r\nX: 3\r\n\r\nX: 2");
  }

  @Test
  void lineThatIsNoField_staysAndDoesNotCount() {
    assertThat(edited("A: 1\r\nno field\r\nA: 2\r\n\r\nb", remove("A", 2)))
        .isEqualTo("A: 1\r\nno field\r\n\r\nb");
  }

  @Test
  void fieldThatIsNotThere_changesNothing() {
    assertThat(edited("A: 1\r\n\r\nb", remove("A", 2))).isEqualTo("A: 1\r\n\r\nb");
    assertThat(edited("A: 1\r\n\r\nb", change("B", 1, "x"))).isEqualTo("A: 1\r\n\r\nb");
  }

  @Test
  void newBody_takesThePlaceOfTheOld() {
    assertThat(edited("A: 1\r\n\r\nold", body("new"))).isEqualTo("A: 1\r\n\r\nnew");
  }

  @Test
  void newBodyBehindHeaderWithoutEnd_isPartedFromIt() {
    assertThat(edited("A: 1", body("new"))).isEqualTo("A: 1\r\n\r\nnew");
    assertThat(edited("A: 1\nno field\nold", body("new"))).isEqualTo("A: 1\n\nnew");
  }

  @Test
  void messageWithoutHeader_getsAnEmptyLineBelowTheNewFields() {
    assertThat(edited("just words\r\n", ONE_MORE)).isEqualTo("X-New: yes\r\n\r\njust words\r\n");
    assertThat(edited("\r\nwords", ONE_MORE)).isEqualTo("X-New: yes\r\n\r\nwords");
  }

  @Test
  void header_isWholeAndUnfolded() {
    assertThat(EditedMessage.header(octets("A: 1\r\n 2\r\nb :x\r\n\r\nC: 3")).fields())
        .containsExactly(new HeaderField("A", "1 2"), new HeaderField("b", "x"));
  }

  @Test
  void manyForgedFields_areRemovedInLinearTime() {
    int many = 50_000;
    List<HeaderEdit.Remove> all =
        Arrays.stream(new int[many]).mapToObj(_ -> new HeaderEdit.Remove("X", 1)).toList();
    Octets long0 = octets("X: 1\r\n".repeat(many) + "\r\nbody");
    Octets edited = EditedMessage.of(long0, new MessageEdits(all, List.of()));
    assertThat(edited.length()).isEqualTo(long0.length() - 6);
  }

  @Provide
  Arbitrary<String> messages() {
    return Arbitraries.of(
            "A: 1",
            "Subject: x",
            "\r\n",
            "\n",
            "\r",
            " folded",
            "\t",
            "From x",
            ":",
            "no field",
            "a:b",
            "\0",
            "é",
            "--b",
            ">From y")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void noEdits_changeNoOctet(@ForAll("messages") String message) {
    assertThat(edited(message, MessageEdits.none())).isEqualTo(message);
  }

  @Property
  void editsThatMeetNoField_changeNoOctet(@ForAll("messages") String message) {
    assertThat(edited(message, remove("X-Nowhere", 1))).isEqualTo(message);
  }

  @Property
  void addedFields_leaveTheRestAsItWas(@ForAll("messages") String message) {
    String edited = edited(message, ONE_MORE);
    List<HeaderField> before = EditedMessage.header(octets(message)).fields();
    List<HeaderField> after = EditedMessage.header(octets(edited)).fields();
    assertThat(after.getFirst()).isEqualTo(new HeaderField("X-New", "yes"));
    assertThat(after.subList(1, after.size())).isEqualTo(before);
    boolean mbox = message.startsWith("From ") || message.startsWith(">From ");
    if (!mbox && !before.isEmpty()) {
      assertThat(edited).endsWith(message);
    }
  }
}
