package org.ringfence.arrival.parse.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * Reads the text and links of RTF 1.9, and the HTML that Outlook wraps in RTF ([MS-OXRTFEX]), which
 * is handed on as HTML. Pictures in RTF are not read.
 */
public final class RtfReader implements AttachmentReader {
  private static final byte[] MAGIC = {'{', '\\', 'r', 't'};

  /** A reader; it keeps nothing between calls. */
  public RtfReader() {}

  @Override
  public boolean accepts(Attachment attachment) {
    return attachment.octets().startsWith(MAGIC)
        || attachment.mediaType().equals("application/rtf")
        || attachment.mediaType().equals("text/rtf");
  }

  @Override
  public void read(Attachment attachment, PartSink out) {
    Place place = attachment.place();
    TextLayout layout = new TextLayout(out.limits().surfaceChars());
    RtfText rtf = new RtfText(attachment.octets(), layout, out.deadline());
    boolean whole = rtf.read();
    if (rtf.isHtml()) {
      byte[] html = layout.text().getBytes(UTF_8);
      out.nested(new Attachment(place, "text/html", "UTF-8", "", Octets.of(html)));
    } else if (!layout.text().isBlank() || !layout.links().isEmpty()) {
      out.surface(new Surface(SurfaceKind.OFFICE, place, layout.text(), layout.links()));
      LinkTarget.dialled(layout.links(), place, out);
    }
    if (!whole) {
      out.defect(Kind.LIMIT_REACHED, place, "The document is too long or too deeply nested.");
    }
  }
}
