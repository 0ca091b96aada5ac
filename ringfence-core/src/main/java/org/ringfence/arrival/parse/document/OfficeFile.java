package org.ringfence.arrival.parse.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** One office document while it is read. */
final class OfficeFile {
  private static final long MOST_XML = 16L << 20;
  private static final int MOST_SHARED_STRINGS = 100_000;

  private final Archive archive;
  private final Place place;
  private final PartSink out;

  OfficeFile(Archive archive, Place place, PartSink out) {
    this.archive = archive;
    this.place = place;
    this.out = out;
  }

  /** Reads the text first, then what is embedded, so that a picture cannot use up the budget. */
  void read() {
    if (isEncrypted()) {
      out.defect(Kind.ENCRYPTED, place, "The document opens with a password only.");
      return;
    }
    boolean office = isOffice();
    if (office) {
      // Spreadsheets keep their words apart from their cells.
      List<String> sharedStrings = sharedStrings();
      for (Archive.Entry entry : inReadingOrder()) {
        readText(entry, sharedStrings);
      }
    }
    for (Archive.Entry entry : archive.entries()) {
      if (!office || OfficePart.of(entry.name()) == OfficePart.EMBEDDED) {
        hand(entry);
      }
    }
  }

  private boolean isOffice() {
    return archive.entry("[Content_Types].xml").isPresent()
        || (archive.entry("content.xml").isPresent() && archive.entry("mimetype").isPresent());
  }

  private boolean isEncrypted() {
    return archive.entries().stream().anyMatch(Archive.Entry::isEncrypted)
        || (isOffice()
            && archive.entry("META-INF/manifest.xml").map(this::hasEncryptionData).orElse(false));
  }

  private boolean hasEncryptionData(Archive.Entry manifest) {
    boolean[] found = {false};
    parse(
        manifest,
        xml -> {
          while (xml.hasNext() && !found[0]) {
            found[0] =
                xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("encryption-data");
          }
        });
    return found[0];
  }

  private List<Archive.Entry> inReadingOrder() {
    // "slide2" comes before "slide10".
    return archive.entries().stream()
        .sorted(
            Comparator.comparingInt((Archive.Entry entry) -> entry.name().length())
                .thenComparing(Archive.Entry::name))
        .toList();
  }

  private void readText(Archive.Entry entry, List<String> sharedStrings) {
    TextLayout layout = new TextLayout(out.limits().surfaceChars());
    switch (OfficePart.of(entry.name())) {
      case TEXT -> {
        Map<String, String> targets = relationships(entry.name());
        parse(entry, xml -> new OfficeXml(layout, targets, false).read(xml));
      }
      case OPEN_DOCUMENT -> parse(entry, xml -> new OfficeXml(layout, Map.of(), true).read(xml));
      case SHEET -> {
        Map<String, String> targets = relationships(entry.name());
        parse(entry, xml -> new SheetXml(layout, targets, sharedStrings).read(xml));
      }
      case EMBEDDED, OTHER -> {}
    }
    add(entry.name(), layout);
  }

  private void add(String name, TextLayout layout) {
    Place part = place.at(label(name));
    if (!layout.text().isBlank() || !layout.links().isEmpty()) {
      out.surface(new Surface(SurfaceKind.OFFICE, part, layout.text(), layout.links()));
      LinkTarget.dialled(layout.links(), part, out);
    }
    if (layout.isFull()) {
      out.defect(Kind.LIMIT_REACHED, part, "The text of the document is too long.");
    }
  }

  private static String label(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return file.endsWith(".xml") ? file.substring(0, file.length() - 4) : file;
  }

  private List<String> sharedStrings() {
    List<String> strings = new ArrayList<>();
    archive
        .entry("xl/sharedStrings.xml")
        .ifPresent(entry -> parse(entry, xml -> readSharedStrings(xml, strings)));
    return strings;
  }

  private void readSharedStrings(XMLStreamReader xml, List<String> strings)
      throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.hasNext() && strings.size() < MOST_SHARED_STRINGS) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "rPh" -> XmlReading.skipElement(xml);
          case "t" -> text.append(xml.getElementText());
          default -> {}
        }
      } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("si")) {
        strings.add(text.toString());
        text.setLength(0);
      }
    }
  }

  private Map<String, String> relationships(String name) {
    int slash = name.lastIndexOf('/') + 1;
    String path = name.substring(0, slash) + "_rels/" + name.substring(slash) + ".rels";
    Map<String, String> targets = new HashMap<>();
    archive.entry(path).ifPresent(entry -> parse(entry, xml -> readRelationships(xml, targets)));
    return targets;
  }

  private static void readRelationships(XMLStreamReader xml, Map<String, String> targets)
      throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT
          && XmlReading.attribute(xml, "TargetMode").equals("External")) {
        targets.put(XmlReading.attribute(xml, "Id"), XmlReading.attribute(xml, "Target"));
      }
    }
  }

  private interface XmlUse {
    void read(XMLStreamReader xml) throws XMLStreamException;
  }

  private void parse(Archive.Entry entry, XmlUse use) {
    try (InputStream in = new BudgetedStream(entry.open(), MOST_XML, out)) {
      XMLStreamReader xml = XmlReading.open(in);
      use.read(xml);
      xml.close();
    } catch (XMLStreamException broken) {
      failed(broken.getNestedException(), entry);
    } catch (IOException broken) {
      failed(broken, entry);
    }
  }

  private void hand(Archive.Entry entry) {
    if (entry.name().endsWith("/")) {
      return;
    }
    try (InputStream in = new BudgetedStream(entry.open(), out.limits().attachmentBytes(), out)) {
      String file = entry.name().substring(entry.name().lastIndexOf('/') + 1);
      out.nested(
          new Attachment(
              place.at(file), MediaTypes.ofFile(file), "", file, Octets.of(in.readAllBytes())));
    } catch (IOException broken) {
      failed(broken, entry);
    }
  }

  private void failed(@Nullable Throwable cause, Archive.Entry entry) {
    Place part = place.at(label(entry.name()));
    if (!(cause instanceof OverBudget)) {
      out.defect(Kind.MALFORMED, part, "A file inside the archive is broken.");
    } else if (out.deadline().isOver()) {
      out.defect(Kind.TIME_OUT, part, "The time was up before the archive was read to its end.");
    } else {
      out.defect(Kind.LIMIT_REACHED, part, "The archive unpacks to more than may be read.");
    }
  }
}
