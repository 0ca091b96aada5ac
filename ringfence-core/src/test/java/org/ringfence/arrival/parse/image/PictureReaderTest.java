package org.ringfence.arrival.parse.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.arrival.parse.document.Attachments;
import org.ringfence.arrival.parse.document.CollectingSink;
import org.ringfence.arrival.parse.part.TextRecognizer;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.SurfaceKind;

@Timeout(20)
class PictureReaderTest {
  private static final TextRecognizer ECHO =
      (image, time) ->
          new TextRecognizer.Recognition.Recognized(image.getWidth() + "x" + image.getHeight());

  private static CollectingSink read(String mediaType, byte[] content) {
    PictureReader reader = new PictureReader(new Pictures(ECHO));
    return new CollectingSink(Duration.ofSeconds(4), reader)
        .read(Attachments.of(mediaType, "picture", content));
  }

  private static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      assertThat(ImageIO.write(image, format, bytes)).isTrue();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
    return bytes.toByteArray();
  }

  private static BufferedImage blank(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  /** A QR code of {@code side} pixels in the corner of a larger picture. */
  private static BufferedImage qr(String content, int side, int width, int height) {
    BufferedImage image = blank(width, height);
    try {
      BitMatrix bits = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, side, side);
      for (int x = 0; x < side; x++) {
        for (int y = 0; y < side; y++) {
          image.setRGB(width - side + x, height - side + y, bits.get(x, y) ? 0 : 0xffffff);
        }
      }
    } catch (WriterException broken) {
      throw new AssertionError(broken);
    }
    return image;
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void picture_isGivenToTheRecogniser(String format) {
    CollectingSink out = read("image/png", encoded(blank(300, 200), format));

    assertThat(out.texts(SurfaceKind.IMAGE)).containsExactly("300x200");
    assertThat(out.defects()).isEmpty();
  }

  @Test
  void trackingPixel_isPassedOver() {
    CollectingSink out = read("image/gif", encoded(blank(1, 1), "gif"));

    assertThat(out.surfaces()).isEmpty();
    assertThat(out.defects()).isEmpty();
  }

  @Test
  void largePicture_isMadeSmallerForTheRecogniser() {
    CollectingSink out = read("image/png", encoded(blank(4000, 3000), "png"));

    assertThat(out.texts(SurfaceKind.IMAGE)).containsExactly("2000x1500");
  }

  @Test
  void recogniserThatIsOff_isOneDefect() {
    PictureReader reader = new PictureReader(Pictures.notLookedAt());
    CollectingSink out =
        new CollectingSink(reader)
            .read(Attachments.of("image/png", "a.png", encoded(blank(300, 200), "png")));

    assertThat(out.defects()).containsExactly(Kind.NOT_RECOGNISED);
  }

  @Test
  void qrCode_isASurface() {
    CollectingSink out =
        read("image/png", encoded(qr("https://pay.example/4471", 180, 600, 400), "png"));

    assertThat(out.texts(SurfaceKind.QR)).containsExactly("https://pay.example/4471");
    assertThat(out.texts(SurfaceKind.TEL_LINK)).isEmpty();
  }

  @Test
  void qrCodeInALargePicture_isFound() {
    CollectingSink out = read("image/png", encoded(qr("tel:+18085550142", 300, 2400, 1600), "png"));

    assertThat(out.texts(SurfaceKind.TEL_LINK)).containsExactly("tel:+18085550142");
  }

  @Test
  void thirtyThousandPixelsSquare_isNotDecoded() throws IOException {
    CollectingSink out = read("image/png", pngHeader(30_000, 30_000));

    assertThat(out.defects()).containsExactly(Kind.LIMIT_REACHED);
  }

  /** A PNG that has a header and no pixels. */
  private static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(chunk);
    data.writeBytes("IHDR");
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {8, 2, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(chunk.toByteArray());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream file = new DataOutputStream(bytes);
    file.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    file.writeInt(13);
    file.write(chunk.toByteArray());
    file.writeInt((int) crc.getValue());
    file.writeInt(0);
    file.writeBytes("IEND");
    file.writeInt(0xAE426082);
    return bytes.toByteArray();
  }

  @Test
  void morePicturesThanTheBudget_areADefect() {
    byte[] picture = encoded(blank(300, 200), "png");
    PictureReader reader = new PictureReader(new Pictures(ECHO));
    CollectingSink out = new CollectingSink(reader);
    for (int i = 0; i <= out.limits().images(); i++) {
      out.read(Attachments.of("image/png", "a.png", picture));
    }

    assertThat(out.texts(SurfaceKind.IMAGE)).hasSize(out.limits().images());
    assertThat(out.defects()).containsExactly(Kind.LIMIT_REACHED);
  }

  @Test
  void unreadFormat_isADefect() {
    byte[] webp = "RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(read("image/png", webp).defects()).containsExactly(Kind.UNSUPPORTED);
  }

  @Test
  void truncatedAnywhere_isReadOrADefect() {
    byte[] whole = encoded(qr("tel:+18085550142", 100, 200, 200), "png");
    for (int length = 8; length < whole.length; length += 40) {
      CollectingSink out = read("image/png", Arrays.copyOf(whole, length));
      assertThat(out.surfaces().size() + out.defects().size()).as("at " + length).isPositive();
    }
  }

  @Property(tries = 200)
  void damagedOctets_throwNothing(
      @ForAll @IntRange(min = 0, max = 3000) int position, @ForAll byte value) {
    for (String format : new String[] {"png", "jpg", "gif", "bmp"}) {
      byte[] whole = encoded(qr("tel:+18085550142", 60, 80, 80), format);
      whole[position % whole.length] = value;
      read("image/png", whole);
    }
  }
}
