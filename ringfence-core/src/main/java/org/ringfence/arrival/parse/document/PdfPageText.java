package org.ringfence.arrival.parse.document;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * Reads the text layer of one page in the order the eye meets it.
 *
 * <p>What annotations show (form fields, stamps, free text) belongs to the page. Text is ordered by
 * position: the order in the file is the author's to shuffle.
 */
final class PdfPageText extends PDFTextStripper {
  private static final int MOST_CHARACTERS = 100_000;
  // Half an inch, in points: smaller codes are hard to scan.
  private static final double SMALLEST_CODE = 36;
  private static final int MOST_OPERATORS = 1_000_000;

  /** Forms drawn inside one another; honest documents nest three or four. */
  static final int DEEPEST_FORM = 20;

  private final StringWriter written = new StringWriter();
  private final PdfBudget budget;
  private final PDPage page;
  private final PdfLinks links;
  private int characters;
  private int operators;
  private double pictureArea;
  private boolean squarePicture;

  private PdfPageText(PDPage page, PdfBudget budget) throws IOException {
    this.page = page;
    this.budget = budget;
    this.links = new PdfLinks(page);
    this.output = written;
    setSortByPosition(true);
    setStartPage(0);
    setLineSeparator("\n");
  }

  /** Reads {@code page}. */
  static PdfPage read(PDPage page, PdfBudget budget) throws IOException {
    PdfPageText reader = new PdfPageText(page, budget);
    reader.processPage(page);
    String text = reader.written.toString();
    return new PdfPage(
        text,
        reader.links.within(text.length()),
        reader.operators > 0,
        reader.pictureShare(),
        reader.squarePicture);
  }

  private double pictureShare() {
    double area = (double) page.getCropBox().getWidth() * page.getCropBox().getHeight();
    return area <= 0 ? 0 : pictureArea / area;
  }

  @Override
  protected void writePage() throws IOException {
    for (PDAnnotation annotation : page.getAnnotations()) {
      if (!annotation.isHidden() && !annotation.isNoView()) {
        showAnnotation(annotation);
      }
    }
    super.writePage();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    budget.check();
    if (++operators > MOST_OPERATORS) {
      // What was met before is still written; only the rest of the drawing is passed over.
      budget.exceed();
      return;
    }
    if (operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE)
        || drawsPicture(operator, operands)) {
      Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
      picture(Math.abs(matrix.getScalingFactorX()), Math.abs(matrix.getScalingFactorY()));
    }
    super.processOperator(operator, operands);
  }

  /** PDFBox stops at 50 forms inside one another, with a line in the log each time it does. */
  @Override
  public void showForm(PDFormXObject form) throws IOException {
    if (getLevel() > DEEPEST_FORM) {
      budget.exceed();
    } else {
      super.showForm(form);
    }
  }

  private void picture(double width, double height) {
    pictureArea += width * height;
    squarePicture |=
        Math.min(width, height) >= SMALLEST_CODE
            && Math.min(width, height) > 0.8 * Math.max(width, height);
  }

  private boolean drawsPicture(Operator operator, List<COSBase> operands) {
    return operator.getName().equals(OperatorName.DRAW_OBJECT)
        && !operands.isEmpty()
        && operands.getFirst() instanceof COSName name
        && getResources() != null
        && getResources().isImageXObject(name);
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    // Dropping the rest keeps the sort by position short; the page says so by its length.
    if (++characters <= MOST_CHARACTERS) {
      super.processTextPosition(text);
    }
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) throws IOException {
    int start = written.getBuffer().length();
    super.writeString(text, positions);
    if (!positions.isEmpty()) {
      links.met(positions.getFirst(), start, written.getBuffer().length());
    }
  }
}
