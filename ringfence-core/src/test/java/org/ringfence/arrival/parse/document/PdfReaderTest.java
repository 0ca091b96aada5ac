package org.ringfence.arrival.parse.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.arrival.parse.image.Pictures;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.TextRecognizer;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

@Timeout(20)
class PdfReaderTest {
  private static final TextRecognizer ECHO =
      (image, time) -> new TextRecognizer.Recognition.Recognized("size " + image.getWidth());

  private final PdfReader reader = new PdfReader(new Pictures(ECHO));

  private interface Drawing {
    void on(PDDocument document, PDPage page) throws IOException;
  }

  private static byte[] pdf(int pages, Drawing drawing) {
    return pdf(pages, drawing, document -> {});
  }

  private static byte[] pdf(int pages, Drawing drawing, Consumer<PDDocument> finish) {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        drawing.on(document, page);
      }
      finish.accept(document);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static Drawing lines(String... lines) {
    return (document, page) -> {
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        for (String line : lines) {
          content.showText(line);
          content.newLineAtOffset(0, -20);
        }
        content.endText();
      }
    };
  }

  private static final String[] LURE = {
    "Invoice 4471: your protection plan was renewed for 389.90 USD.",
    "If you did not order this, call +1 (808) 555-0142 today."
  };

  private CollectingSink read(byte[] content) {
    return new CollectingSink(Duration.ofSeconds(4), reader)
        .read(Attachments.of("application/pdf", "invoice.pdf", content));
  }

  private CollectingSink readWithinFourSeconds(byte[] content) {
    long start = System.nanoTime();
    CollectingSink out = read(content);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    return out;
  }

  @Test
  void textLayer_isOneSurfaceForEachPage() {
    CollectingSink out = read(pdf(2, lines(LURE)));

    assertThat(out.defects()).isEmpty();
    assertThat(out.texts(SurfaceKind.PDF)).hasSize(2);
    assertThat(out.texts(SurfaceKind.PDF).getFirst()).isEqualTo(String.join("\n", LURE) + "\n");
    assertThat(out.surfaces().getLast().place()).hasToString("part 2, page 2");
  }

  @Test
  void pageOfText_isNotDrawn() {
    assertThat(read(pdf(1, lines(LURE))).texts(SurfaceKind.IMAGE)).isEmpty();
  }

  @Test
  void linesWrittenOutOfOrder_areReadAsSeen() {
    CollectingSink out =
        read(
            pdf(
                1,
                (document, page) -> {
                  try (var content = new PDPageContentStream(document, page)) {
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    for (int i : new int[] {2, 0, 1}) {
                      content.beginText();
                      content.newLineAtOffset(72 + 60f * i, 700);
                      content.showText(new String[] {"(808)", "555", "0142"}[i]);
                      content.endText();
                    }
                  }
                }));

    assertThat(out.texts(SurfaceKind.PDF)).containsExactly("(808) 555 0142\n");
  }

  @Test
  void linkAnnotation_spansTheWordsInside() {
    CollectingSink out =
        read(
            pdf(
                1,
                (document, page) -> {
                  lines("Questions about the charge?", "Call our desk", "at any hour")
                      .on(document, page);
                  PDAnnotationLink link = new PDAnnotationLink();
                  link.setRectangle(new PDRectangle(70, 676, 200, 16));
                  PDActionURI action = new PDActionURI();
                  action.setURI("tel:+1 808 555 0142");
                  link.setAction(action);
                  page.getAnnotations().add(link);
                }));

    Surface page = out.surfaces().getFirst();
    assertThat(page.links()).hasSize(1);
    var span = page.links().getFirst().text();
    assertThat(page.text().substring(span.start(), span.end())).isEqualTo("Call our desk");
    assertThat(out.texts(SurfaceKind.TEL_LINK)).containsExactly("tel:+18085550142");
  }

  @Test
  void pageThatIsAPicture_isRecognised() {
    CollectingSink out = read(pdf(1, PdfReaderTest::drawScan));

    assertThat(out.texts(SurfaceKind.PDF)).isEmpty();
    assertThat(out.texts(SurfaceKind.IMAGE)).containsExactly("size 1275");
  }

  @Test
  void pictureUnderADecoyText_isRecognisedToo() {
    CollectingSink out =
        read(
            pdf(
                1,
                (document, page) -> {
                  drawScan(document, page);
                  try (var content =
                      new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.showText("Minutes of the garden club, spring meeting, all welcome.");
                    content.endText();
                  }
                }));

    assertThat(out.texts(SurfaceKind.PDF)).hasSize(1);
    assertThat(out.texts(SurfaceKind.IMAGE)).hasSize(1);
  }

  private static void drawScan(PDDocument document, PDPage page) throws IOException {
    BufferedImage image = new BufferedImage(800, 1000, BufferedImage.TYPE_INT_RGB);
    try (var content = new PDPageContentStream(document, page)) {
      content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 600, 780);
    }
  }

  @Test
  void qrCodeBesideText_isRead() {
    CollectingSink out =
        read(
            pdf(
                1,
                (document, page) -> {
                  lines(LURE).on(document, page);
                  try (var content =
                      new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
                    content.drawImage(
                        LosslessFactory.createFromImage(document, qrCode()), 72, 300, 100, 100);
                  }
                }));

    assertThat(out.texts(SurfaceKind.TEL_LINK)).containsExactly("tel:+18085550142");
    assertThat(out.texts(SurfaceKind.IMAGE)).isEmpty();
  }

  private static BufferedImage qrCode() {
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    try {
      var bits = new QRCodeWriter().encode("tel:+18085550142", BarcodeFormat.QR_CODE, 200, 200);
      for (int x = 0; x < 200; x++) {
        for (int y = 0; y < 200; y++) {
          image.setRGB(x, y, bits.get(x, y) ? 0 : 0xffffff);
        }
      }
    } catch (WriterException broken) {
      throw new AssertionError(broken);
    }
    return image;
  }

  @Test
  void emptyPage_isNotDrawn() {
    CollectingSink out = read(pdf(1, (document, page) -> {}));

    assertThat(out.surfaces()).isEmpty();
    assertThat(out.defects()).isEmpty();
  }

  @Test
  void pdfCalledAPicture_isKnownByItsOctets() {
    byte[] content = pdf(1, lines(LURE));
    byte[] shifted = new byte[content.length + 300];
    Arrays.fill(shifted, (byte) '\n');
    System.arraycopy(content, 0, shifted, 300, content.length);

    for (byte[] bytes : new byte[][] {content, shifted}) {
      Attachment attachment = Attachments.of("image/jpeg", "invoice.pdf", bytes);
      assertThat(reader.accepts(attachment)).isTrue();
      assertThat(new CollectingSink(reader).read(attachment).texts(SurfaceKind.PDF)).hasSize(1);
    }
  }

  @Test
  void emptyPassword_opens() {
    assertThat(read(pdf(1, lines(LURE), locked(""))).texts(SurfaceKind.PDF)).hasSize(1);
  }

  @Test
  void unknownPassword_isADefect() {
    CollectingSink out = read(pdf(1, lines(LURE), locked("secret")));

    assertThat(out.defects()).containsExactly(Kind.ENCRYPTED);
  }

  private static Consumer<PDDocument> locked(String password) {
    return document -> {
      try {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      } catch (IOException broken) {
        throw new AssertionError(broken);
      }
    };
  }

  @Test
  void tenThousandPages_endAtTheLimit() {
    CollectingSink out = readWithinFourSeconds(pdf(10_000, (document, page) -> {}));

    assertThat(out.defects()).containsExactly(Kind.LIMIT_REACHED);
  }

  @Test
  void contentThatInflatesToGigabytes_isStopped() {
    CollectingSink out = readWithinFourSeconds(bomb(false));

    assertThat(out.defects()).isNotEmpty().isSubsetOf(Kind.LIMIT_REACHED, Kind.TIME_OUT);
  }

  @Test
  void oneHugeToken_isStopped() {
    CollectingSink out = readWithinFourSeconds(bomb(true));

    assertThat(out.defects()).isNotEmpty().isSubsetOf(Kind.LIMIT_REACHED, Kind.TIME_OUT);
  }

  @Test
  void streamCompressedTwice_isRefused() {
    byte[] content =
        pdf(
            1,
            (document, page) -> {
              PDStream stream = new PDStream(document);
              try (var raw = stream.getCOSObject().createRawOutputStream()) {
                raw.write(deflated(new byte[100], 1));
              }
              COSArray filters = new COSArray();
              filters.add(COSName.FLATE_DECODE);
              filters.add(COSName.LZW_DECODE);
              stream.getCOSObject().setItem(COSName.FILTER, filters);
              page.setContents(stream);
            });

    assertThat(read(content).defects()).containsExactly(Kind.LIMIT_REACHED);
  }

  /** A page whose content inflates to half a gigabyte: drawing operators, or one endless string. */
  private static byte[] bomb(boolean token) {
    return pdf(
        1,
        (document, page) -> {
          PDStream stream = new PDStream(document);
          byte[] block = new byte[1 << 20];
          byte[] unit = (token ? "aaaaaaaa" : "q Q q Q ").getBytes(US_ASCII);
          for (int i = 0; i < block.length; i++) {
            block[i] = unit[i % unit.length];
          }
          if (token) {
            block[0] = '(';
          }
          try (var raw = stream.getCOSObject().createRawOutputStream()) {
            raw.write(deflated(block, 512));
          }
          stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
          page.setContents(stream);
        });
  }

  private static byte[] deflated(byte[] block, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater();
    byte[] buffer = new byte[8192];
    for (int i = 0; i < times; i++) {
      deflater.setInput(block);
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  @Test
  void truncatedAnywhere_isReadOrADefect() {
    byte[] whole = pdf(3, lines(LURE));
    for (int length = 5; length < whole.length; length += whole.length / 40) {
      CollectingSink out = read(Arrays.copyOf(whole, length));
      assertThat(out.surfaces().size() + out.defects().size()).as("at " + length).isPositive();
    }
  }

  @Test
  void pictureLargerThanItSays_isBounded() {
    CollectingSink out =
        readWithinFourSeconds(
            pdf(
                1,
                (document, page) -> {
                  byte[] jpeg = jpegOf(60_000, 60_000);
                  PDImageXObject image =
                      new PDImageXObject(
                          document,
                          new ByteArrayInputStream(jpeg),
                          COSName.DCT_DECODE,
                          100,
                          100,
                          8,
                          PDDeviceRGB.INSTANCE);
                  try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, 600, 780);
                  }
                }));

    assertThat(out.surfaces().size() + out.defects().size()).isPositive();
  }

  @Test
  void brokenObjectBesideTheCatalog_doesNotHideThePages() {
    String catalog = "<</Type/Catalog/Pages 3 0 R>>";
    String broken = "<</Itook What But (again) them off (and) a refined effect";
    String pages = "<</Type/Pages/Kids[4 0 R]/Count 1>>";
    String index =
        "1 0 2 %d 3 %d ".formatted(catalog.length() + 1, catalog.length() + broken.length() + 2);
    String objects = index + catalog + " " + broken + " " + pages;
    String text = "BT /F1 12 Tf 72 700 Td (Call 808 555 0142) Tj ET";
    StringBuilder file = new StringBuilder("%PDF-1.5\n");
    file.append("4 0 obj\n<</Type/Page/Parent 3 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources")
        .append("<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>\nendobj\n");
    int contents = file.length();
    file.append(
        "5 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n".formatted(text.length(), text));
    int stream = file.length();
    file.append(
        "6 0 obj\n<</Type/ObjStm/N 3/First %d/Length %d>>\nstream\n%s\nendstream\nendobj\n"
            .formatted(index.length(), objects.length(), objects));
    int xref = file.length();
    file.append(
        "7 0 obj\n<</Type/XRef/Size 8/Root 1 0 R/Info 2 0 R/W[1 2 1]/Filter/ASCIIHexDecode");
    String hex =
        "00000000 02000600 02000601 02000602 01%04x00 01%04x00 01%04x00 01%04x00>"
            .formatted(9, contents, stream, xref);
    file.append(
        "/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
            .formatted(hex.length(), hex, xref));

    assertThat(read(file.toString().getBytes(US_ASCII)).texts(SurfaceKind.PDF))
        .containsExactly("Call 808 555 0142\n");
  }

  /** A small JPEG whose frame header (ITU-T T.81 §B.2.2) claims other dimensions. */
  private static byte[] jpegOf(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    byte[] jpeg = bytes.toByteArray();
    for (int i = 0; i + 8 < jpeg.length; i++) {
      if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
        ByteBuffer.wrap(jpeg).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
      }
    }
    return jpeg;
  }

  @Test
  void formThatDrawsItself_ends() {
    CollectingSink out =
        readWithinFourSeconds(
            pdf(
                1,
                (document, page) -> {
                  PDFormXObject form = new PDFormXObject(document);
                  form.setBBox(new PDRectangle(600, 780));
                  PDResources resources = new PDResources();
                  form.setResources(resources);
                  COSName name = resources.add(form);
                  try (var content = form.getStream().createOutputStream()) {
                    content.write(("/" + name.getName() + " Do ").repeat(50).getBytes(US_ASCII));
                  }
                  try (var content = new PDPageContentStream(document, page)) {
                    content.drawForm(form);
                  }
                }));

    assertThat(out.texts(SurfaceKind.PDF)).isEmpty();
  }

  @Property(tries = 150)
  void damagedOctets_throwNothing(@ForAll @IntRange(max = 5000) int position, @ForAll byte value) {
    byte[] damaged = SMALL.clone();
    damaged[position % damaged.length] = value;
    read(damaged);
  }

  private static final byte[] SMALL = pdf(1, lines(LURE));
}
