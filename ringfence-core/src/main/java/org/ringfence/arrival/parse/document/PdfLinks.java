package org.ringfence.arrival.parse.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.TextPosition;
import org.ringfence.mail.Link;

/** The link annotations of a page, and the words that stand inside their rectangles. */
final class PdfLinks {
  private static final int MOST_LINKS = 200;

  private static final class Area {
    final String target;
    final PDRectangle rectangle;
    int start = -1;
    int end;

    Area(String target, PDRectangle rectangle) {
      this.target = target;
      this.rectangle = rectangle;
    }
  }

  private final PDRectangle box;
  private final List<Area> areas = new ArrayList<>();

  PdfLinks(PDPage page) throws IOException {
    box = page.getCropBox();
    for (PDAnnotation annotation : page.getAnnotations()) {
      if (annotation instanceof PDAnnotationLink link
          && link.getAction() instanceof PDActionURI action
          && action.getURI() != null
          && areas.size() < MOST_LINKS) {
        PDRectangle rectangle = link.getRectangle();
        areas.add(new Area(action.getURI(), rectangle == null ? new PDRectangle() : rectangle));
      }
    }
  }

  /** A word was written to {@code start}..{@code end}, beginning with {@code first}. */
  void met(TextPosition first, int start, int end) {
    float x = box.getLowerLeftX() + first.getXDirAdj() + first.getWidthDirAdj() / 2;
    float y = box.getUpperRightY() - first.getYDirAdj() + first.getHeightDir() / 2;
    for (Area area : areas) {
      if (area.rectangle.contains(x, y)) {
        area.start = area.start < 0 ? start : area.start;
        area.end = end;
      }
    }
  }

  /** The links over a text of {@code length} units; those around no words have an empty span. */
  List<Link> within(int length) {
    List<Link> links = new ArrayList<>();
    for (Area area : areas) {
      int start = area.start < 0 ? length : Math.min(area.start, length);
      links.add(LinkTarget.link(start, Math.max(start, Math.min(area.end, length)), area.target));
    }
    links.sort((a, b) -> a.text().compareTo(b.text()));
    return links;
  }
}
