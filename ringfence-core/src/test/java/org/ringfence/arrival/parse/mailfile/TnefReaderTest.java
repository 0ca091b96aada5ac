package org.ringfence.arrival.parse.mailfile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.arrival.parse.document.Attachments;
import org.ringfence.arrival.parse.document.CollectingSink;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.SurfaceKind;

@Timeout(20)
class TnefReaderTest {
  private static CollectingSink read(byte[] content) {
    return new CollectingSink(Duration.ofSeconds(4), new TnefReader())
        .read(Attachments.of("application/octet-stream", "winmail.dat", content));
  }

  private static void attribute(ByteBuffer tnef, int level, int attribute, String value) {
    byte[] data = value.getBytes(US_ASCII);
    int sum = 0;
    for (byte octet : data) {
      sum += octet & 0xff;
    }
    tnef.put((byte) level).putInt(attribute).putInt(data.length).put(data).putShort((short) sum);
  }

  /** A winmail.dat with subject, body and one attachment ([MS-OXTNEF] §2.1.3). */
  private static byte[] winmail() {
    ByteBuffer tnef = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    tnef.putInt(0x223e9f78).putShort((short) 1);
    attribute(tnef, 1, 0x00018004, "Your plan was renewed\0");
    attribute(tnef, 1, 0x0002800c, "Call +1 (808) 555-0142.\0");
    attribute(tnef, 2, 0x00069002, "\1\0\0\0\0\0\0\0\0\0\0\0\0\0");
    attribute(tnef, 2, 0x00018010, "invoice.pdf\0");
    attribute(tnef, 2, 0x0006800f, "%PDF-");
    return Arrays.copyOf(tnef.array(), tnef.position());
  }

  @Test
  void hiddenMail_isRead() {
    CollectingSink out = read(winmail());

    assertThat(out.defects()).isEmpty();
    assertThat(out.texts(SurfaceKind.SUBJECT)).containsExactly("Your plan was renewed");
    assertThat(out.texts(SurfaceKind.PLAIN_TEXT)).containsExactly("Call +1 (808) 555-0142.");
    assertThat(out.unread()).extracting(Attachment::fileName).containsExactly("invoice.pdf");
  }

  @Test
  void garbage_isADefect() {
    byte[] garbage = new byte[1 << 20];
    for (int i = 0; i < garbage.length; i++) {
      garbage[i] = (byte) (i * 31 + i / 7);
    }
    System.arraycopy(winmail(), 0, garbage, 0, 6);

    assertThat(read(garbage).defects()).containsExactly(Kind.UNREADABLE);
  }

  @Test
  void truncatedAnywhere_isReadOrADefect() {
    byte[] whole = winmail();
    for (int length = 4; length < whole.length; length++) {
      CollectingSink out = read(Arrays.copyOf(whole, length));
      assertThat(out.surfaces().size() + out.defects().size()).as("at " + length).isPositive();
    }
  }

  @Property(tries = 300)
  void damagedOctets_throwNothing(@ForAll @IntRange(max = 1000) int position, @ForAll byte value) {
    byte[] whole = winmail();
    whole[position % whole.length] = value;
    read(whole);
  }
}
