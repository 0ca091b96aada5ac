package org.ringfence.arrival.parse.document;

import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.ParseDefect.Kind;

/**
 * Reads Office Open XML (docx, xlsx, pptx and their macro and template kinds), OpenDocument, and
 * plain ZIP archives, whose files are handed over one by one.
 *
 * <p>All three are ZIP archives; their files tell which it is. Macros and external references are
 * not looked at.
 */
public final class OfficeReader implements AttachmentReader {
  /** A reader; it keeps nothing between calls. */
  public OfficeReader() {}

  @Override
  public boolean accepts(Attachment attachment) {
    return Archive.isOne(attachment.octets());
  }

  @Override
  public void read(Attachment attachment, PartSink out) {
    Archive archive = Archive.of(attachment.octets());
    if (!archive.complete()) {
      out.defect(
          Kind.MALFORMED, attachment.place(), "The archive's directory is broken or too long.");
    }
    new OfficeFile(archive, attachment.place(), out).read();
  }
}
