package org.ringfence.arrival.parse.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of one XML part of a word-processing document or presentation (ECMA-376 Part 1 §17, §19,
 * §21; OpenDocument 1.3 Part 3).
 *
 * <p>The dialects share their local names, so one table of names reads them all: OOXML keeps text
 * in {@code t}, OpenDocument directly in {@code p} and {@code h}. Namespaces are not compared:
 * OOXML has two for everything.
 */
final class OfficeXml {
  private final TextLayout layout;
  private final Map<String, String> relationships;
  private final boolean openDocument;
  private final Deque<OpenLink> open = new ArrayDeque<>();
  private final StringBuilder field = new StringBuilder();
  private int textDepth;
  private int runStart;
  private String runTarget = "";

  private record OpenLink(int start, String target) {}

  OfficeXml(TextLayout layout, Map<String, String> relationships, boolean openDocument) {
    this.layout = layout;
    this.relationships = relationships;
    this.openDocument = openDocument;
  }

  /** Reads {@code xml} to its end, or to the limit of the layout. */
  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext() && !layout.isFull()) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> begin(xml);
        case XMLStreamReader.END_ELEMENT -> end(xml.getLocalName());
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
            characters(xml);
        default -> {}
      }
    }
  }

  private void characters(XMLStreamReader xml) {
    if (textDepth > 0) {
      layout.add(xml.getText());
    }
  }

  private void begin(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      // The fallback repeats the choice for older programs; both would say everything twice.
      case "Fallback", "rPh", "tracked-changes" -> XmlReading.skipElement(xml);
      case "t" -> textDepth++;
      case "p", "h" -> textDepth += openDocument ? 1 : 0;
      case "tab" -> layout.add("\t");
      case "s" -> layout.add(openDocument ? " " : "");
      case "br", "cr", "line-break" -> layout.endLine();
      case "r" -> runStart = layout.position();
      case "hlinkClick" -> runTarget = target(xml);
      case "hyperlink" -> open.push(new OpenLink(layout.position(), target(xml)));
      case "a" -> open.push(new OpenLink(layout.position(), XmlReading.attribute(xml, "href")));
      case "instrText" -> field(xml.getElementText());
      case "fldSimple" -> field(XmlReading.attribute(xml, "instr"));
      default -> {}
    }
  }

  private String target(XMLStreamReader xml) {
    return relationships.getOrDefault(XmlReading.relationship(xml), "");
  }

  private void end(String name) {
    switch (name) {
      case "t" -> textDepth--;
      case "p", "h" -> {
        textDepth -= openDocument ? 1 : 0;
        layout.endLine();
      }
      case "tc", "table-cell", "covered-table-cell" -> layout.endCell();
      case "tr", "table-row" -> layout.endRow();
      case "hyperlink", "a" -> closeLink();
      case "r" -> closeRun();
      default -> {}
    }
  }

  private void closeLink() {
    if (!open.isEmpty()) {
      OpenLink link = open.pop();
      layout.link(link.start, link.target);
    }
  }

  private void closeRun() {
    if (!runTarget.isEmpty()) {
      layout.link(runStart, runTarget);
      runTarget = "";
    }
  }

  /** A field instruction (§17.16.5.25): {@code HYPERLINK "tel:…"}, at times in several pieces. */
  private void field(String instruction) {
    field.append(instruction, 0, Math.min(instruction.length(), 2_000));
    int keyword = field.indexOf("HYPERLINK");
    int start = keyword < 0 ? -1 : field.indexOf("\"", keyword);
    int end = start < 0 ? -1 : field.indexOf("\"", start + 1);
    if (end > 0) {
      layout.link(layout.position(), field.substring(start + 1, end));
    }
    if (end > 0 || field.length() > 4_000) {
      field.setLength(0);
    }
  }
}
