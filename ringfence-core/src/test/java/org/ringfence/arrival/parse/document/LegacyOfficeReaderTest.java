package org.ringfence.arrival.parse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.SurfaceKind;

@Timeout(20)
class LegacyOfficeReaderTest {
  private static CollectingSink read(byte[] content) {
    return new CollectingSink(Duration.ofSeconds(4), new LegacyOfficeReader())
        .read(Attachments.of("application/octet-stream", "invoice", content));
  }

  private static byte[] compoundFile(String entry) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void sheet_isRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      var row = workbook.createSheet("Invoice").createRow(0);
      row.createCell(0).setCellValue("Call us");
      row.createCell(1).setCellValue("808 555 0142");
      workbook.write(bytes);
    }

    assertThat(read(bytes.toByteArray()).texts(SurfaceKind.OFFICE))
        .singleElement()
        .asString()
        .contains("Call us\t808 555 0142");
  }

  @Test
  void slide_isRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSLFSlideShow show = new HSLFSlideShow()) {
      show.createSlide().createTextBox().setText("Call 808 555 0142");
      show.write(bytes);
    }

    assertThat(read(bytes.toByteArray()).texts(SurfaceKind.OFFICE))
        .singleElement()
        .asString()
        .contains("Call 808 555 0142");
  }

  @Test
  void encryptedPackage_isEncrypted() throws IOException {
    assertThat(read(compoundFile("EncryptedPackage")).defects()).containsExactly(Kind.ENCRYPTED);
  }

  @Test
  void otherCompoundFile_isUnsupported() throws IOException {
    assertThat(read(compoundFile("Something")).defects()).containsExactly(Kind.UNSUPPORTED);
  }

  @Test
  void brokenDocuments_areDefects() throws IOException {
    for (String entry : new String[] {"WordDocument", "Workbook", "PowerPoint Document"}) {
      assertThat(read(compoundFile(entry)).defects()).as(entry).hasSize(1);
    }
    byte[] whole = compoundFile("Workbook");
    for (int length = 8; length < whole.length; length += 500) {
      assertThat(read(Arrays.copyOf(whole, length)).defects()).as("at " + length).hasSize(1);
    }
  }
}
