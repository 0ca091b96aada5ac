package org.ringfence.arrival.parse.mailfile;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.arrival.parse.document.Attachments;
import org.ringfence.arrival.parse.document.CollectingSink;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.SurfaceKind;

@Timeout(20)
class MsgReaderTest {
  private static CollectingSink read(byte[] content) {
    return new CollectingSink(Duration.ofSeconds(4), new MsgReader())
        .read(Attachments.of("application/octet-stream", "mail", content));
  }

  private static void unicode(DirectoryEntry folder, String property, String text)
      throws IOException {
    binary(folder, property + "001F", text.getBytes(UTF_16LE));
  }

  private static void binary(DirectoryEntry folder, String property, byte[] content)
      throws IOException {
    folder.createDocument("__substg1.0_" + property, new ByteArrayInputStream(content));
  }

  private static void mail(DirectoryEntry folder, String subject) throws IOException {
    unicode(folder, "0037", subject);
    unicode(folder, "0C1A", "Billing Desk");
    unicode(folder, "1000", "Call +1 (808) 555-0142.");
    binary(folder, "10130102", "<p>Call us</p>".getBytes(UTF_8));
  }

  /** A .msg with an attached invoice and an attached mail. */
  private static byte[] msg() {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      DirectoryEntry root = files.getRoot();
      mail(root, "Your plan was renewed");
      DirectoryEntry invoice = root.createDirectory("__attach_version1.0_#00000000");
      unicode(invoice, "3707", "invoice.pdf");
      binary(invoice, "37010102", "%PDF-".getBytes(UTF_8));
      DirectoryEntry attached = root.createDirectory("__attach_version1.0_#00000001");
      mail(attached.createDirectory("__substg1.0_3701000D"), "The mail inside");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void savedMail_isRead() {
    CollectingSink out = read(msg());

    assertThat(out.defects()).isEmpty();
    assertThat(out.texts(SurfaceKind.SUBJECT))
        .containsExactly("Your plan was renewed", "The mail inside");
    assertThat(out.texts(SurfaceKind.DISPLAY_NAME)).containsExactly("Billing Desk", "Billing Desk");
    assertThat(out.texts(SurfaceKind.PLAIN_TEXT)).hasSize(2);
    assertThat(out.surfaces().getFirst().place()).hasToString("part 2, Subject");
  }

  @Test
  void htmlAndAttachments_areHandedOn() {
    assertThat(read(msg()).unread())
        .extracting(Attachment::mediaType)
        .containsExactly("text/html", "application/octet-stream", "text/html");
  }

  @Test
  void compoundFileThatIsNoMail_isLeftToOthers() throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new ByteArrayInputStream(new byte[10]), "WordDocument");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      Attachment document = Attachments.of("application/msword", "a.doc", bytes.toByteArray());

      assertThat(new MsgReader().accepts(document)).isFalse();
    }
  }

  @Test
  void garbageAfterTheMagic_isADefect() {
    byte[] garbage = Arrays.copyOf(msg(), 1 << 20);
    for (int i = 8; i < garbage.length; i++) {
      garbage[i] = (byte) (i * 31 + i / 7);
    }
    CollectingSink out =
        new CollectingSink(new MsgReader()).read(Attachments.of("", "mail.msg", garbage));

    assertThat(out.defects()).containsExactly(Kind.UNREADABLE);
  }

  @Test
  void truncatedAnywhere_isReadOrADefect() {
    byte[] whole = msg();
    for (int length = 8; length < whole.length; length += 300) {
      CollectingSink out =
          new CollectingSink(new MsgReader())
              .read(Attachments.of("", "mail.msg", Arrays.copyOf(whole, length)));
      assertThat(out.surfaces().size() + out.defects().size()).as("at " + length).isPositive();
    }
  }

  @Property(tries = 300)
  void damagedOctets_throwNothing(
      @ForAll @IntRange(max = 20_000) int position, @ForAll byte value) {
    byte[] whole = msg();
    whole[position % whole.length] = value;
    new CollectingSink(new MsgReader()).read(Attachments.of("", "mail.msg", whole));
  }
}
