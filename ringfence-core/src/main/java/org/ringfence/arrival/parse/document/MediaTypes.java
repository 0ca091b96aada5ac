package org.ringfence.arrival.parse.document;

import java.util.Locale;

/** The media types of files that declare none, by their names. */
final class MediaTypes {
  private MediaTypes() {}

  static String ofFile(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "html", "htm", "xhtml" -> "text/html";
      case "mht", "mhtml", "eml" -> "message/rfc822";
      case "txt" -> "text/plain";
      case "rtf" -> "application/rtf";
      case "ics" -> "text/calendar";
      case "vcf" -> "text/vcard";
      case "svg" -> "image/svg+xml";
      default -> "application/octet-stream";
    };
  }
}
