package org.ringfence.arrival.parse.mailfile;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.SurfaceKind;

/**
 * Reads winmail.dat, in which Outlook hides a mail's formatted body and attachments (TNEF,
 * [MS-OXTNEF]).
 */
public final class TnefReader implements AttachmentReader {
  // TNEF_SIGNATURE, [MS-OXTNEF] §2.1.3.1.
  private static final byte[] SIGNATURE = {0x78, (byte) 0x9f, 0x3e, 0x22};

  /** A reader; it keeps nothing between calls. */
  public TnefReader() {}

  @Override
  public boolean accepts(Attachment attachment) {
    return attachment.octets().startsWith(SIGNATURE)
        || attachment.mediaType().equals("application/ms-tnef")
        || attachment.mediaType().equals("application/vnd.ms-tnef");
  }

  @Override
  public void read(Attachment attachment, PartSink out) {
    try (InputStream in = attachment.octets().stream()) {
      readMail(new HMEFMessage(in), new MailFile(attachment.place(), out));
    } catch (IOException | RuntimeException broken) {
      // POI reports a broken file by exceptions of many unchecked kinds.
      out.defect(Kind.UNREADABLE, attachment.place(), "The winmail.dat is broken.");
    }
  }

  private static void readMail(HMEFMessage message, MailFile mail) {
    if (message.getMessageAttributes().isEmpty() && message.getAttachments().isEmpty()) {
      mail.out().defect(Kind.MALFORMED, mail.place(), "The winmail.dat holds nothing.");
    }
    String subject = message.getSubject();
    mail.text(
        SurfaceKind.SUBJECT,
        "Subject",
        subject == null ? text(message, TNEFProperty.ID_SUBJECT) : subject);
    mail.text(SurfaceKind.PLAIN_TEXT, "body", text(message, TNEFProperty.ID_BODY));
    MAPIAttribute html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
    if (html != null) {
      mail.html(html.getData());
    } else if (message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED)
        instanceof MAPIRtfAttribute rtf) {
      mail.rtf(rtf.getData());
    }
    readAttachments(message.getAttachments(), mail);
  }

  private static @Nullable String text(HMEFMessage message, TNEFProperty property) {
    TNEFAttribute attribute = message.getMessageAttribute(property);
    return attribute == null ? null : decoded(attribute.getData());
  }

  /**
   * The text of a string attribute: 8-bit in the sender's code page ([MS-OXTNEF] §2.1.3.3). POI's
   * own TNEFStringAttribute reads a body as UTF-16, which only some writers use.
   */
  private static String decoded(byte[] data) {
    if (data.length > 1 && data[1] == 0) {
      return new String(data, UTF_16LE);
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(data, Charset.forName("windows-1252"));
    }
  }

  private static void readAttachments(
      List<org.apache.poi.hmef.Attachment> attachments, MailFile mail) {
    for (int i = 0; i < attachments.size(); i++) {
      org.apache.poi.hmef.Attachment attached = attachments.get(i);
      String name = attached.getLongFilename();
      if (!mail.attachment(
          i, null, name == null ? attached.getFilename() : name, attached.getContents())) {
        return;
      }
    }
  }
}
