package org.ringfence.arrival.parse.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.extractor.POITextExtractor;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.extractor.EventBasedExcelExtractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * Reads the text of .doc, .xls and .ppt (compound files, [MS-CFB]) by Apache POI.
 *
 * <p>POI builds these documents in memory, so only small ones are read, on a {@link SideThread}. A
 * compound file that holds an encrypted OOXML document is ENCRYPTED. It must be asked after the
 * reader of .msg files, which are compound files too.
 */
public final class LegacyOfficeReader implements AttachmentReader {
  private static final byte[] COMPOUND_FILE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
  private static final int MOST_OCTETS = 8 << 20;

  /** A reader; it keeps nothing between calls. */
  public LegacyOfficeReader() {}

  @Override
  public boolean accepts(Attachment attachment) {
    return attachment.octets().startsWith(COMPOUND_FILE);
  }

  @Override
  public void read(Attachment attachment, PartSink out) {
    Place place = attachment.place();
    if (attachment.octets().length() > MOST_OCTETS) {
      out.defect(Kind.LIMIT_REACHED, place, "The document is too large for its format.");
      return;
    }
    try (SideThread side = new SideThread("office", out.deadline())) {
      add(side.call(() -> text(attachment)), place, out);
    } catch (TimeoutException late) {
      out.defect(Kind.TIME_OUT, place, "The time was up before the document was read.");
    } catch (SideThread.Failed failed) {
      failed(failed, place, out);
    }
  }

  private static void add(String text, Place place, PartSink out) {
    if (text.isBlank()) {
      out.defect(Kind.UNREADABLE, place, "No text was found in the document.");
    } else {
      out.surface(new Surface(SurfaceKind.OFFICE, place, text));
    }
  }

  private static void failed(SideThread.Failed failed, Place place, PartSink out) {
    if (failed.getCause() instanceof EncryptedDocumentException) {
      out.defect(Kind.ENCRYPTED, place, "The document opens with a password only.");
    } else if (failed.getCause() instanceof UnsupportedOperationException) {
      out.defect(Kind.UNSUPPORTED, place, "The compound file is no document that is read.");
    } else if (failed.isLimit()) {
      out.defect(Kind.LIMIT_REACHED, place, "The document unpacks to more than may be read.");
    } else {
      out.defect(Kind.UNREADABLE, place, "The document is broken.");
    }
  }

  private static String text(Attachment attachment) throws IOException {
    try (InputStream in = attachment.octets().stream();
        POIFSFileSystem files = new POIFSFileSystem(in);
        POITextExtractor extractor = extractor(files)) {
      return extractor.getText().replace("\r\n", "\n").replace('\r', '\n');
    }
  }

  private static POITextExtractor extractor(POIFSFileSystem files) throws IOException {
    DirectoryNode root = files.getRoot();
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw new EncryptedDocumentException("encrypted OOXML");
    }
    if (root.hasEntryCaseInsensitive("WordDocument")) {
      return new WordExtractor(files);
    }
    if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
      return new EventBasedExcelExtractor(files);
    }
    if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
      return new SlideShowExtractor<>(new HSLFSlideShow(files));
    }
    throw new UnsupportedOperationException("no document");
  }
}
