package org.ringfence.effect.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ringfence.knowledge.PolicyAction.DisarmNumber;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Octets;

/**
 * Header injection, tried: whatever stands in a mail, and in every text that reaches one of our
 * fields, the written header has our fields, those of the mail that we did not take away, and no
 * other.
 */
final class WrittenHeaderTest {
  private static final EditCase CASES = new EditCase(BodyEdits.ALLOWED);

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "\r\nX-Evil: 1",
            "\nX-Evil: 1",
            "\rX-Evil: 1",
            "\r\n\r\n<b>body</b>",
            "\0",
            "\u000b",
            "\u0085X-Evil: 1",
            "\u2028X-Evil: 1",
            "\u560d\u560aX-Evil: 1",
            "=?utf-8?q?a=0D=0AX-Evil:_1?=",
            "=?utf-8?b?DQpYLUV2aWw6IDE=?=",
            "=0D=0AX-Evil: 1",
            "call +1 (808) 555-0142",
            "für",
            "\ud83d",
            "a",
            " ",
            ": ",
            "x".repeat(1_200));
    return pieces.list().ofMinSize(1).ofMaxSize(6).map(words -> String.join("", words));
  }

  private static Octets mail(String words, boolean crLf) {
    String text =
        "X-Ringfence-Verdict: clear\r\nFrom: \""
            + line(words)
            + "\" <desk@stranger.example>\r\nSubject: "
            + line(words)
            + "\r\nX-Desk: "
            + line(words)
            + "\r\nContent-Type: text/plain; charset=utf-8; name=\""
            + line(words)
            + "\"\r\n\r\nPlease call +1 (808) 555-0142 about 389.90 USD.\r\n"
            + words;
    return Octets.of((crLf ? text : text.replace("\r\n", "\n")).getBytes(StandardCharsets.UTF_8));
  }

  /** What a stranger can put into one field of his: all but an end of the line. */
  private static String line(String words) {
    return words.replace("\r\n", "\r\n ").replaceAll("(?<!\r)\n", "\n ");
  }

  @Property(tries = 300)
  void writtenHeader_hasOurFieldsAndThoseThatStayed(
      @ForAll("hostile") String ofTheMail, @ForAll("hostile") String ofOurs, @ForAll boolean crLf) {
    Octets mail = mail(ofTheMail, crLf);
    MessageEdits edits = edits(mail, ofOurs);

    Octets written = EditedMessage.of(mail, edits);

    assertThat(names(EditedMessage.header(written))).isEqualTo(expected(mail, edits));
    assertThat(top(written, edits.added().size()))
        .allSatisfy(line -> assertThat(line).matches("[ -~]{1,998}"));
  }

  private static MessageEdits edits(Octets mail, String words) {
    Wishes wishes =
        new Wishes(
            List.of(
                new HeaderEdit.Add("X-Ringfence-Policy", words),
                new HeaderEdit.Add("X-Desk", words)),
            List.of(words),
            List.of(words),
            Optional.of(DisarmNumber.How.MASK),
            List.of());
    MessageEdits edits = CASES.edits(mail, wishes);
    List<HeaderEdit.Add> added = new ArrayList<>(edits.added());
    added.add(new HeaderEdit.Add("X-Ringfence-Case", words));
    added.add(new HeaderEdit.Add("X-Ringfence-Platform", words + "; notification=" + words));
    return new MessageEdits(edits.removed(), edits.changed(), added, edits.body());
  }

  private static List<String> names(HeaderSection header) {
    return header.fields().stream()
        .map(HeaderField::name)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * A changed body may bring fields of its own kind that the header lacked: they are among ours.
   */
  private static List<String> expected(Octets mail, MessageEdits edits) {
    List<String> names = new ArrayList<>();
    edits.added().forEach(field -> names.add(field.name().toLowerCase(Locale.ROOT)));
    List<String> stayed = new ArrayList<>(names(EditedMessage.header(mail)));
    edits.removed().forEach(gone -> stayed.remove(gone.name().toLowerCase(Locale.ROOT)));
    names.addAll(stayed);
    return names;
  }

  /** The lines of the first fields. */
  private static List<String> top(Octets written, int fields) {
    String text = written.decode(StandardCharsets.ISO_8859_1);
    List<String> lines = new ArrayList<>();
    int seen = 0;
    for (String line : text.split("\r?\n", -1)) {
      seen += line.startsWith(" ") ? 0 : 1;
      if (seen > fields) {
        break;
      }
      lines.add(line);
    }
    return lines;
  }
}
