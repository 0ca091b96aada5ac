package org.ringfence.arrival.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Link;
import org.ringfence.mail.Message;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect;
import org.ringfence.mail.Place;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** The parser with readers of attachments, and what it leaves of the header section. */
final class MessageParserTest {
  private static final String FILE =
      """
      Subject: file
      X-Ringfence-Fixture: synthetic
      Content-Type: application/x-box; name="box.bin"
      Content-Transfer-Encoding: base64

      Y2FsbCArMSAoODA4KSA1NTUtMDE0Mg==
      """;

  /** A reader for one made-up format. */
  private record BoxReader(Opening opening) implements AttachmentReader {
    @FunctionalInterface
    interface Opening {
      void open(Attachment box, PartSink out);
    }

    @Override
    public boolean accepts(Attachment attachment) {
      return attachment.mediaType().equals("application/x-box");
    }

    @Override
    public void read(Attachment attachment, PartSink out) {
      opening.open(attachment, out);
    }
  }

  private static Message parse(String mail, AttachmentReader... readers) {
    var parser = new MessageParser(Limits.standard(), System::nanoTime, List.of(readers));
    return parser.parse(Octets.of(mail.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void attachment_isHandedToItsReaderDecoded() {
    Message message =
        parse(
            FILE,
            new BoxReader(
                (box, out) -> {
                  String text = box.octets().decode(StandardCharsets.UTF_8);
                  out.surface(new Surface(SurfaceKind.OFFICE, box.place(), text));
                }));

    assertThat(message.surfaces())
        .contains(
            new Surface(SurfaceKind.FILE_NAME, Place.part("1"), "box.bin"),
            new Surface(SurfaceKind.OFFICE, Place.part("1"), "call +1 (808) 555-0142"));
    assertThat(message.defects()).isEmpty();
  }

  @Test
  void readerThatFails_isADefectAndKeepsWhatItFound() {
    Message message =
        parse(
            FILE,
            new BoxReader(
                (box, out) -> {
                  out.surface(new Surface(SurfaceKind.OFFICE, box.place(), "half"));
                  throw new IllegalStateException("broken box");
                }));

    assertThat(message.surfaces(SurfaceKind.OFFICE)).hasSize(1);
    assertThat(message.defects())
        .extracting(ParseDefect::kind)
        .containsExactly(ParseDefect.Kind.UNREADABLE);
  }

  @Test
  void htmlFoundInsideAnAttachment_isReadWithItsLinks() {
    byte[] page = "<p>Call <a href='tel:8085550142'>us</a></p>".getBytes(StandardCharsets.UTF_8);
    Message message =
        parse(
            FILE,
            new BoxReader(
                (box, out) ->
                    out.nested(
                        new Attachment(
                            box.place().at("body"), "text/html", "utf-8", "", Octets.of(page)))));

    assertThat(message.surfaces(SurfaceKind.VISIBLE_HTML))
        .containsExactly(
            new Surface(
                SurfaceKind.VISIBLE_HTML,
                new Place("1", "body"),
                "Call us",
                List.of(new Link(new Span(5, 7), "tel:8085550142"))));
    assertThat(message.surfaces(SurfaceKind.TEL_LINK)).hasSize(1);
  }

  @Test
  void boxInABoxWithoutEnd_endsAtTheDepthLimit() {
    Message message = parse(FILE, new BoxReader((box, out) -> out.nested(box)));

    assertThat(message.defects())
        .extracting(ParseDefect::kind)
        .containsExactly(ParseDefect.Kind.LIMIT_REACHED);
  }

  @Test
  void fileWithoutReader_isADefectAndASoundIsNot() {
    String binary = "Content-Transfer-Encoding: base64\n\nAAECAwQ=\n";

    assertThat(parse("Content-Type: application/x-box\n" + binary).defects())
        .extracting(ParseDefect::kind)
        .containsExactly(ParseDefect.Kind.UNSUPPORTED);
    assertThat(parse("Content-Type: audio/wav\n" + binary).defects()).isEmpty();
  }

  @Test
  void headerFields_areKeptRawAndInOrder() {
    Message message = parse("Subject: =?utf-8?Q?a?=\r\nX-One:\r\n two\r\n\r\nbody");

    assertThat(message.header().fields())
        .containsExactly(
            new HeaderField("Subject", "=?utf-8?Q?a?="), new HeaderField("X-One", "two"));
  }

  @Test
  void turkishLocale_changesNothing() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      Message message =
          parse("CONTENT-TYPE: TEXT/HTML; CHARSET=ISO-8859-1\n\n<P STYLE='DISPLAY:NONE'>x</P>I");

      assertThat(message.surfaces(SurfaceKind.HIDDEN_HTML)).hasSize(1);
      assertThat(message.surfaces(SurfaceKind.VISIBLE_HTML)).hasSize(1);
    } finally {
      Locale.setDefault(before);
    }
  }
}
