package org.ringfence.arrival.parse.mailfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.ByteChunk;
import org.apache.poi.hsmf.datatypes.Chunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.SurfaceKind;

/**
 * Reads a mail that Outlook saved as .msg ([MS-OXMSG], in a compound file, [MS-CFB]).
 *
 * <p>A message whose own octets are such a file is read as one attachment of type {@code
 * application/vnd.ms-outlook}.
 */
public final class MsgReader implements AttachmentReader {
  private static final byte[] COMPOUND_FILE = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };
  private static final int DEEPEST = 8;

  /** A reader; it keeps nothing between calls. */
  public MsgReader() {}

  /** Whether {@code octets} begin as a compound file: a .msg, or an older Office document. */
  public static boolean isCompoundFile(Octets octets) {
    return octets.startsWith(COMPOUND_FILE);
  }

  @Override
  public boolean accepts(Attachment attachment) {
    return isCompoundFile(attachment.octets())
        && (attachment.extension().equals("msg")
            || attachment.mediaType().equals("application/vnd.ms-outlook")
            || holdsMailProperties(attachment.octets()));
  }

  /**
   * Whether one of the directory's first entries is named as only a .msg names them ([MS-OXMSG]
   * §2.2). Name and type of the file are the sender's claim.
   */
  private static boolean holdsMailProperties(Octets octets) {
    if (octets.length() < 512) {
      return false;
    }
    // Sectors of 512 or 4096 octets ([MS-CFB] §2.2).
    int shift = octets.at(30) == 12 ? 12 : 9;
    long sector = u16(octets, 48) | (long) u16(octets, 50) << 16;
    long directory = (sector + 1) << shift;
    for (int entry = 1; entry < 4; entry++) {
      long name = directory + entry * 128L;
      if (name + 4 <= octets.length()
          && octets
              .slice((int) name, octets.length())
              .startsWith((byte) '_', (byte) 0, (byte) '_', (byte) 0)) {
        return true;
      }
    }
    return false;
  }

  private static int u16(Octets octets, int at) {
    return (octets.at(at) & 0xff) | (octets.at(at + 1) & 0xff) << 8;
  }

  @Override
  public void read(Attachment attachment, PartSink out) {
    try (InputStream in = attachment.octets().stream();
        POIFSFileSystem files = new POIFSFileSystem(in);
        MAPIMessage message = new MAPIMessage(files)) {
      readMail(message, new MailFile(attachment.place(), out), 0);
    } catch (IOException | ChunkNotFoundException | RuntimeException broken) {
      // POI reports a broken file by exceptions of many unchecked kinds.
      out.defect(Kind.UNREADABLE, attachment.place(), "The Outlook file is broken.");
    }
  }

  private static void readMail(MAPIMessage message, MailFile mail, int depth)
      throws IOException, ChunkNotFoundException {
    message.setReturnNullOnMissingChunk(true);
    if (message.has7BitEncodingStrings()) {
      message.guess7BitEncoding();
    }
    mail.text(SurfaceKind.SUBJECT, "Subject", message.getSubject());
    mail.text(SurfaceKind.DISPLAY_NAME, "From", message.getDisplayFrom());
    mail.text(SurfaceKind.DISPLAY_NAME, "To", message.getDisplayTo());
    mail.text(SurfaceKind.PLAIN_TEXT, "body", message.getTextBody());
    readFormattedBody(message, mail);
    readAttachments(message, mail, depth);
  }

  private static void readFormattedBody(MAPIMessage message, MailFile mail)
      throws ChunkNotFoundException {
    Chunks chunks = message.getMainChunks();
    ByteChunk html = chunks.getHtmlBodyChunkBinary();
    if (html != null) {
      mail.html(html.getValue());
    } else if (chunks.getHtmlBodyChunkString() != null) {
      mail.html(message.getHtmlBody());
    } else {
      String rtf = message.getRtfBody();
      mail.rtf(rtf == null ? null : rtf.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static void readAttachments(MAPIMessage message, MailFile mail, int depth)
      throws IOException, ChunkNotFoundException {
    int index = 0;
    for (AttachmentChunks attached : message.getAttachmentFiles()) {
      if (attached.isEmbeddedMessage()) {
        readEmbedded(attached, mail, index, depth);
      } else {
        ByteChunk data = attached.getAttachData();
        String name = text(attached.getAttachLongFileName());
        boolean more =
            mail.attachment(
                index,
                text(attached.getAttachMimeTag()),
                name == null ? text(attached.getAttachFileName()) : name,
                data == null ? null : data.getValue());
        if (!more) {
          return;
        }
      }
      index++;
    }
  }

  private static void readEmbedded(AttachmentChunks attached, MailFile mail, int index, int depth)
      throws IOException, ChunkNotFoundException {
    Place place = mail.place().at("attached message " + (index + 1));
    if (depth == DEEPEST || mail.out().deadline().isOver()) {
      mail.out().defect(Kind.LIMIT_REACHED, place, "Too many messages inside one another.");
      return;
    }
    try (MAPIMessage embedded = attached.getEmbeddedMessage()) {
      if (embedded != null) {
        readMail(embedded, new MailFile(place, mail.out()), depth + 1);
      }
    }
  }

  private static @Nullable String text(@Nullable StringChunk chunk) {
    return chunk == null ? null : chunk.getValue();
  }
}
