package org.ringfence.arrival.parse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

@Timeout(20)
class OfficeReaderTest {
  private static final String WORD =
      """
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
       xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
       xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>%s</w:body>
      </w:document>\
      """;
  private static final String RELATIONSHIPS =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="hyperlink" Target="tel:+18085550142" TargetMode="External"/>
      </Relationships>\
      """;

  private static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
    return bytes.toByteArray();
  }

  /** An OOXML file of alternating paths and contents. */
  private static byte[] ooxml(String... pathsAndContents) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("[Content_Types].xml", "<Types/>");
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      files.put(pathsAndContents[i], pathsAndContents[i + 1]);
    }
    return zip(files);
  }

  private static CollectingSink read(byte[] content) {
    return new CollectingSink(Duration.ofSeconds(4), new OfficeReader())
        .read(Attachments.of("application/octet-stream", "invoice.docx", content));
  }

  @Test
  void paragraphsAndTables_keepTheirOrder() {
    String table =
        "<w:tbl><w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr></w:tbl>"
            .formatted(paragraph("Renewal"), paragraph("389.90 USD"));
    CollectingSink out =
        read(
            ooxml(
                "word/document.xml",
                WORD.formatted(
                    paragraph("Your invoice") + table + paragraph("Call 808 555 0142"))));

    assertThat(out.texts(SurfaceKind.OFFICE))
        .containsExactly("Your invoice\nRenewal\t389.90 USD\nCall 808 555 0142\n");
    assertThat(out.surfaces().getFirst().place()).hasToString("part 2, document");
  }

  @Test
  void textBox_isReadOnce() {
    String box =
        "<w:p><w:r><mc:AlternateContent><mc:Choice>%s</mc:Choice><mc:Fallback>%s</mc:Fallback>"
                .formatted(paragraph("Call us"), paragraph("Call us"))
            + "</mc:AlternateContent></w:r></w:p>";
    CollectingSink out = read(ooxml("word/document.xml", WORD.formatted(box)));

    assertThat(out.texts(SurfaceKind.OFFICE)).containsExactly("Call us\n\n");
  }

  @Test
  void headersFootersNotesAndComments_areRead() {
    CollectingSink out =
        read(
            ooxml(
                "word/header1.xml", WORD.formatted(paragraph("one")),
                "word/footer2.xml", WORD.formatted(paragraph("two")),
                "word/footnotes.xml", WORD.formatted(paragraph("three")),
                "word/comments.xml", WORD.formatted(paragraph("four")),
                "word/settings.xml", WORD.formatted(paragraph("not shown"))));

    assertThat(out.texts(SurfaceKind.OFFICE))
        .containsExactlyInAnyOrder("one\n", "two\n", "three\n", "four\n");
  }

  @Test
  void hyperlink_keepsItsWordsAndItsTarget() {
    String link =
        "<w:p><w:hyperlink r:id=\"rId1\"><w:r><w:t>our desk</w:t></w:r></w:hyperlink></w:p>";
    CollectingSink out =
        read(
            ooxml(
                "word/document.xml",
                WORD.formatted(paragraph("Call") + link),
                "word/_rels/document.xml.rels",
                RELATIONSHIPS));

    Surface surface = out.surfaces().getFirst();
    var span = surface.links().getFirst().text();
    assertThat(surface.text().substring(span.start(), span.end())).isEqualTo("our desk");
    assertThat(out.texts(SurfaceKind.TEL_LINK)).containsExactly("tel:+18085550142");
  }

  @Test
  void hyperlinkField_isALink() {
    String field =
        "<w:p><w:r><w:instrText>HYPERLINK \"tel:+18085550142\"</w:instrText></w:r></w:p>";

    assertThat(read(ooxml("word/document.xml", WORD.formatted(field))).texts(SurfaceKind.TEL_LINK))
        .containsExactly("tel:+18085550142");
  }

  @Test
  void cells_areReadInTheirOrder() {
    CollectingSink out =
        read(
            ooxml(
                "xl/sharedStrings.xml",
                "<sst><si><t>Total</t></si><si><r><t>Call </t></r><r><t>us</t></r></si></sst>",
                "xl/worksheets/sheet1.xml",
                """
                <worksheet xmlns:r="http://x/relationships"><sheetData>
                <row><c r="A1" t="s"><v>0</v></c><c r="B1"><v>389.9</v></c></row>
                <row><c r="A2" t="s"><v>1</v></c>
                <c r="B2" t="inlineStr"><is><t>808 555 0142</t></is></c></row>
                </sheetData><hyperlinks><hyperlink ref="B2" r:id="rId1"/></hyperlinks></worksheet>
                """,
                "xl/worksheets/_rels/sheet1.xml.rels",
                RELATIONSHIPS));

    Surface sheet = out.surfaces().getFirst();
    assertThat(sheet.text()).isEqualTo("Total\t389.9\nCall us\t808 555 0142\n");
    var span = sheet.links().getFirst().text();
    assertThat(sheet.text().substring(span.start(), span.end())).isEqualTo("808 555 0142");
  }

  @Test
  void slides_areReadInTheirOrder() {
    String slide = "<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:sld>";
    CollectingSink out =
        read(
            ooxml(
                "ppt/slides/slide10.xml", slide.formatted("ten"),
                "ppt/slides/slide2.xml", slide.formatted("two"),
                "ppt/notesSlides/notesSlide1.xml", slide.formatted("notes")));

    assertThat(out.texts(SurfaceKind.OFFICE)).containsExactly("two\n", "ten\n", "notes\n");
  }

  @Test
  void picturesAndWebPagesInside_areHandedOn() {
    CollectingSink out =
        read(ooxml("word/media/image1.png", "picture", "word/afchunk.htm", "<p>Call us</p>"));

    assertThat(out.unread())
        .extracting(Attachment::fileName, Attachment::mediaType)
        .containsExactly(
            tuple("image1.png", "application/octet-stream"), tuple("afchunk.htm", "text/html"));
  }

  @Test
  void openDocument_isRead() {
    CollectingSink out =
        read(
            zip(
                Map.of(
                    "mimetype",
                    "application/vnd.oasis.opendocument.text",
                    "content.xml",
                    """
                    <d xmlns:text="t" xmlns:table="b" xmlns:xlink="x"><text:p>Call <text:a
                    xlink:href="tel:+18085550142">our desk</text:a></text:p></d>
                    """)));

    assertThat(out.texts(SurfaceKind.OFFICE)).containsExactly("Call our desk\n");
    assertThat(out.texts(SurfaceKind.TEL_LINK)).containsExactly("tel:+18085550142");
  }

  @Test
  void plainArchive_isHandedOnFileByFile() {
    CollectingSink out = read(zip(Map.of("invoices/invoice.pdf", "%PDF-")));

    assertThat(out.unread()).extracting(Attachment::fileName).containsExactly("invoice.pdf");
  }

  @Test
  void zipBomb_isADefect() {
    String zeros = "\0".repeat(30 << 20);
    CollectingSink out = read(zip(Map.of("a.bin", zeros, "b.bin", zeros)));

    assertThat(out.defects()).isNotEmpty().containsOnly(Kind.LIMIT_REACHED);
  }

  @Test
  void archivesInArchives_endAtADefect() {
    byte[] inner = zip(Map.of("a.bin", "\0".repeat(15 << 20)));
    for (int i = 0; i < 8; i++) {
      String packed = new String(inner, StandardCharsets.ISO_8859_1);
      inner = zip(Map.of("1.zip", packed, "2.zip", packed, "3.zip", packed, "4.zip", packed));
    }
    long start = System.nanoTime();
    CollectingSink out = read(inner);

    assertThat(out.defects()).contains(Kind.LIMIT_REACHED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void billionLaughs_areADefect() {
    StringBuilder types = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 12; i++) {
      types.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10));
      types.append("\">");
    }
    String bomb = types + "]><w:document xmlns:w='w'><w:t>&a11;</w:t></w:document>";
    CollectingSink out =
        read(
            ooxml("word/document.xml", bomb, "word/footnotes.xml", WORD.formatted(paragraph("x"))));

    assertThat(out.defects()).containsExactly(Kind.MALFORMED);
    assertThat(out.texts(SurfaceKind.OFFICE)).containsExactly("x\n");
  }

  @Test
  void hugeAttribute_isBounded() {
    String bomb = "<w:document xmlns:w='w' a='" + "x".repeat(30 << 20) + "'/>";

    assertThat(read(ooxml("word/document.xml", bomb)).defects())
        .containsExactly(Kind.LIMIT_REACHED);
  }

  @Test
  void deepNesting_isBounded() {
    String bomb = "<a>".repeat(1 << 20);

    assertThat(read(ooxml("word/document.xml", bomb)).defects()).containsExactly(Kind.MALFORMED);
  }

  @Test
  void passwordOnAFile_isADefect() {
    byte[] content = zip(Map.of("invoice.pdf", "locked"));
    for (int i = 0; i + 10 < content.length; i++) {
      if (content[i] == 'P' && content[i + 1] == 'K' && content[i + 2] == 1) {
        content[i + 8] |= 1;
      }
    }

    assertThat(read(content).defects()).containsExactly(Kind.ENCRYPTED);
  }

  @Test
  void truncatedArchive_isADefect() {
    byte[] whole = ooxml("word/document.xml", WORD.formatted(paragraph("Call us")));
    for (int length = 4; length < whole.length; length += 7) {
      assertThat(read(Arrays.copyOf(whole, length)).defects()).as("at " + length).isNotEmpty();
    }
  }

  @Property(tries = 500)
  void damagedOctets_throwNothing(@ForAll @IntRange(max = 2000) int position, @ForAll byte value) {
    byte[] whole =
        ooxml("word/document.xml", WORD.formatted(paragraph("Call us")), "word/media/a.png", "x");
    whole[position % whole.length] = value;
    read(whole);
  }
}
