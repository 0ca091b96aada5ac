package org.ringfence.arrival.parse.document;

import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.arrival.parse.part.PartSink;

/**
 * Hands SVG on as HTML: a browser opens it as a web page, with text, links and all, which is why it
 * is sent.
 */
public final class SvgReader implements AttachmentReader {
  /** A reader; it keeps nothing between calls. */
  public SvgReader() {}

  @Override
  public boolean accepts(Attachment attachment) {
    return attachment.mediaType().equals("image/svg+xml") || attachment.extension().equals("svg");
  }

  @Override
  public void read(Attachment attachment, PartSink out) {
    out.nested(
        new Attachment(
            attachment.place(), "text/html", attachment.charset(), "", attachment.octets()));
  }
}
