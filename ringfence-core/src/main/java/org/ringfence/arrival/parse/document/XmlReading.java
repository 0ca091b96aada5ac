package org.ringfence.arrival.parse.document;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Streaming XML readers that know no document type, and so no entities to multiply or to fetch. */
final class XmlReading {
  private XmlReading() {}

  static XMLStreamReader open(InputStream xml) throws XMLStreamException {
    // The JDK's own, whatever the class path offers; a new one, for it is not shared safely.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory.createXMLStreamReader(xml);
  }

  /** The attribute called {@code localName} in whatever namespace, empty where there is none. */
  static String attribute(XMLStreamReader xml, String localName) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(localName)) {
        return orEmpty(xml.getAttributeValue(i));
      }
    }
    return "";
  }

  /** The attribute {@code id} of the relationships' namespace, whichever of the two it is. */
  static String relationship(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id")
          && orEmpty(xml.getAttributeNamespace(i)).endsWith("relationships")) {
        return orEmpty(xml.getAttributeValue(i));
      }
    }
    return "";
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Passes over the element that has just begun, with all it holds. */
  static void skipElement(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
    }
  }
}
