package org.ringfence.arrival.parse.document;

import java.util.Locale;

/** What a file inside an office document holds, by its path. */
enum OfficePart {
  /** The text of a letter or slide, or of something that belongs to one. */
  TEXT,
  /** A worksheet. */
  SHEET,
  /** Content of OpenDocument. */
  OPEN_DOCUMENT,
  /** A picture, an embedded file or a piece in another format. */
  EMBEDDED,
  /** Settings, styles and the like. */
  OTHER;

  /** What the file at {@code path} holds. */
  static OfficePart of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (lower.contains("/media/")
        || lower.contains("/embeddings/")
        || lower.startsWith("pictures/")) {
      return EMBEDDED;
    }
    if (lower.startsWith("word/") || lower.startsWith("ppt/") || lower.startsWith("xl/")) {
      return ofOoxml(lower.substring(lower.indexOf('/') + 1));
    }
    return lower.equals("content.xml") || lower.equals("styles.xml") ? OPEN_DOCUMENT : OTHER;
  }

  private static OfficePart ofOoxml(String path) {
    if (!path.endsWith(".xml")) {
      // An altChunk (ECMA-376 Part 1 §17.17.2.1) shows a web page or letter as part of the text.
      return path.endsWith(".rels") || path.endsWith(".bin") ? OTHER : EMBEDDED;
    }
    if (path.startsWith("worksheets/")) {
      return SHEET;
    }
    return isText(path) ? TEXT : OTHER;
  }

  private static boolean isText(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.startsWith("document")
        || name.startsWith("header")
        || name.startsWith("footer")
        || name.startsWith("footnotes")
        || name.startsWith("endnotes")
        || name.startsWith("comment")
        || path.startsWith("slides/slide")
        || name.startsWith("notesslide")
        || path.startsWith("drawings/")
        || path.startsWith("diagrams/data")
        || path.startsWith("charts/chart");
  }
}
