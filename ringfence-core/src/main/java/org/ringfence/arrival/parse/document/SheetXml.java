package org.ringfence.arrival.parse.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ringfence.mail.Span;

/** The cells of one worksheet in their order (ECMA-376 Part 1 §18.3). */
final class SheetXml {
  private final TextLayout layout;
  private final Map<String, String> relationships;
  private final List<String> sharedStrings;
  private final Map<String, Span> cells = new HashMap<>();
  private String reference = "";
  private String type = "";
  private int start;

  SheetXml(TextLayout layout, Map<String, String> relationships, List<String> sharedStrings) {
    this.layout = layout;
    this.relationships = relationships;
    this.sharedStrings = sharedStrings;
  }

  /** Reads {@code xml} to its end, or to the limit of the layout. */
  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext() && !layout.isFull()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        begin(xml);
      } else if (event == XMLStreamReader.END_ELEMENT) {
        end(xml.getLocalName());
      }
    }
  }

  private void begin(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "c" -> {
        reference = XmlReading.attribute(xml, "r");
        type = XmlReading.attribute(xml, "t");
        start = layout.position();
      }
      case "v" -> layout.add(value(xml.getElementText()));
      case "t", "oddHeader", "oddFooter" -> layout.add(xml.getElementText());
      case "f" -> formula(xml.getElementText());
      case "hyperlink" -> hyperlink(xml);
      default -> {}
    }
  }

  private String value(String written) {
    if (!type.equals("s")) {
      return written;
    }
    try {
      int index = Integer.parseInt(written.trim());
      return index >= 0 && index < sharedStrings.size() ? sharedStrings.get(index) : "";
    } catch (NumberFormatException noIndex) {
      return written;
    }
  }

  private void formula(String formula) {
    int open = formula.startsWith("HYPERLINK(") ? formula.indexOf('"') : -1;
    int close = open < 0 ? -1 : formula.indexOf('"', open + 1);
    if (close > 0) {
      layout.link(start, start, formula.substring(open + 1, close));
    }
  }

  private void hyperlink(XMLStreamReader xml) {
    Span cell = cells.get(XmlReading.attribute(xml, "ref"));
    String target = relationships.getOrDefault(XmlReading.relationship(xml), "");
    int end = layout.position();
    layout.link(cell == null ? end : cell.start(), cell == null ? end : cell.end(), target);
  }

  private void end(String name) {
    switch (name) {
      case "c" -> {
        cells.put(reference, new Span(start, Math.max(start, layout.position())));
        layout.endCell();
      }
      case "row" -> layout.endRow();
      case "headerFooter" -> layout.endLine();
      default -> {}
    }
  }
}
