package org.ringfence.arrival.parse.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.ringfence.arrival.parse.image.Pictures;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * Reads PDF (ISO 32000): the text layer of each page, its links, and pages that are pictures by
 * text recognition.
 *
 * <p>A document is known by its octets alone: callback lures arrive as {@code image/jpeg} with a
 * {@code .pdf} name. Actions and scripts are not run. Every call into PDFBox is made on a {@link
 * SideThread} and within a {@link PdfBudget}; the document is closed by that thread too, so it is
 * never used by two threads.
 */
public final class PdfReader implements AttachmentReader {
  private static final byte[] MAGIC = {'%', 'P', 'D', 'F'};
  // ISO 32000-1 Annex H.3.4.1: viewers accept the header within the first 1024 bytes.
  private static final int MAGIC_WITHIN = 1024;

  private final Pictures pictures;

  /**
   * A reader that sends pages without text to {@code pictures}.
   *
   * <p>It also tells PDFBox and ImageIO, which know no other way than a setting for the whole JVM,
   * to keep off the file system.
   */
  public PdfReader(Pictures pictures) {
    this.pictures = pictures;
    FontMappers.set(new BundledFonts());
    ImageIO.setUseCache(false);
  }

  @Override
  public boolean accepts(Attachment attachment) {
    Octets octets = attachment.octets();
    int last = Math.min(octets.length(), MAGIC_WITHIN) - MAGIC.length;
    for (int i = 0; i <= last; i++) {
      if (octets.at(i) == '%' && octets.slice(i, octets.length()).startsWith(MAGIC)) {
        return true;
      }
    }
    return attachment.mediaType().equals("application/pdf");
  }

  @Override
  public void read(Attachment attachment, PartSink out) {
    Place place = attachment.place();
    try (SideThread side = new SideThread("pdf", out.deadline())) {
      readPages(attachment, side, out);
    } catch (TimeoutException late) {
      cutShort(place, out);
    } catch (SideThread.Failed failed) {
      failed(failed, place, out);
    }
  }

  private void readPages(Attachment attachment, SideThread side, PartSink out)
      throws TimeoutException, SideThread.Failed {
    PdfBudget budget = new PdfBudget(out.deadline());
    PDDocument document = side.call(() -> open(attachment.octets(), budget));
    try {
      int pages = side.call(document::getNumberOfPages);
      for (int i = 0; i < Math.min(pages, out.limits().pages()); i++) {
        readPage(new OpenPdf(document, budget, side), i, attachment.place(), out);
      }
      if (pages > out.limits().pages()) {
        out.defect(Kind.LIMIT_REACHED, attachment.place(), "The document has too many pages.");
      }
    } finally {
      side.later(document::close);
    }
  }

  private record OpenPdf(PDDocument document, PdfBudget budget, SideThread side) {}

  private static PDDocument open(Octets octets, PdfBudget budget) throws IOException {
    budget.begin();
    return new GuardedPdfParser(new PdfSource(octets, budget), budget).parse();
  }

  private void readPage(OpenPdf pdf, int index, Place document, PartSink out)
      throws TimeoutException {
    Place place = document.at("page " + (index + 1));
    try {
      PdfPage page = pdf.side.call(() -> text(pdf, index));
      if (!page.text().isBlank() || !page.links().isEmpty()) {
        out.surface(new Surface(SurfaceKind.PDF, place, page.text(), page.links()));
        LinkTarget.dialled(page.links(), place, out);
      }
      if (page.isPicture() && !pictures.areLookedAt()) {
        pictures.pass(place, out);
      } else if ((page.isPicture() || page.mayShowCode())
          && pictures.areLookedAt()
          && out.takeImage()) {
        readAsPicture(pdf, index, page.mayShowCode(), place, out);
      }
      if (pdf.budget.wasExceeded()) {
        cutShort(place, out);
      }
    } catch (SideThread.Failed failed) {
      failed(failed, place, out);
    }
  }

  private void readAsPicture(OpenPdf pdf, int index, boolean codesOnly, Place place, PartSink out)
      throws TimeoutException, SideThread.Failed {
    BufferedImage image = pdf.side.call(() -> image(pdf, index, out.limits().imagePixels()));
    if (codesOnly) {
      pictures.readCodes(image, place, out);
    } else {
      pictures.read(image, place, out);
    }
  }

  private static PdfPage text(OpenPdf pdf, int index) throws IOException {
    pdf.budget.begin();
    return PdfPageText.read(pdf.document.getPage(index), pdf.budget);
  }

  private static BufferedImage image(OpenPdf pdf, int index, int imagePixels) throws IOException {
    pdf.budget.begin();
    return new PdfPageImage(pdf.document, pdf.budget, imagePixels).draw(index);
  }

  private static void failed(SideThread.Failed failed, Place place, PartSink out) {
    if (failed.getCause() instanceof InvalidPasswordException) {
      out.defect(Kind.ENCRYPTED, place, "The document opens with a password only.");
    } else if (failed.isLimit() || out.deadline().isOver()) {
      cutShort(place, out);
    } else {
      out.defect(Kind.UNREADABLE, place, "The document is not a PDF that can be read.");
    }
  }

  private static void cutShort(Place place, PartSink out) {
    if (out.deadline().isOver()) {
      out.defect(Kind.TIME_OUT, place, "The time was up before the document was read to its end.");
    } else {
      out.defect(Kind.LIMIT_REACHED, place, "The document unpacks to more than may be read.");
    }
  }
}
