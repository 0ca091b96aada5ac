package org.ringfence.arrival.parse.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages, with a bound on the pixels of the page and of every picture on it. */
final class PdfPageImage extends PDFRenderer {
  private static final double MOST_PIXELS = 3e6;
  private static final float READABLE_SCALE = 150f / 72;

  private final PdfBudget budget;
  private final int imagePixels;

  PdfPageImage(PDDocument document, PdfBudget budget, int imagePixels) {
    super(document);
    this.budget = budget;
    this.imagePixels = imagePixels;
    setSubsamplingAllowed(true);
  }

  /** Draws the page at {@code index} at 150 dots per inch, less where it is very large. */
  BufferedImage draw(int index) throws IOException {
    PDRectangle box = document.getPage(index).getCropBox();
    double area = Math.max(1, (double) box.getWidth() * box.getHeight());
    float scale = (float) Math.min(READABLE_SCALE, Math.sqrt(MOST_PIXELS / area));
    return renderImage(index, scale, ImageType.RGB);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new GuardedDrawer(parameters);
  }

  private final class GuardedDrawer extends PageDrawer {
    GuardedDrawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      budget.check();
      super.processOperator(operator, operands);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
      if (getLevel() <= PdfPageText.DEEPEST_FORM) {
        super.showForm(form);
      }
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      if ((long) image.getWidth() * image.getHeight() <= imagePixels) {
        super.drawImage(image);
      }
    }
  }
}
