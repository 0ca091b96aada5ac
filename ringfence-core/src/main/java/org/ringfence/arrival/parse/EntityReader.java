package org.ringfence.arrival.parse;

import java.util.List;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;

/**
 * Walks the tree of parts of a message and numbers them as IMAP does (RFC 9051 §6.4.5).
 *
 * <p>Multiparts are cut from outside in, on slices of the message; the depth limit bounds both the
 * recursion and the passes over one octet.
 */
final class EntityReader {
  private static final String TEXT = "text/plain";
  private static final String MESSAGE = "message/rfc822";

  private final LeafReader leaves;

  EntityReader(List<AttachmentReader> readers) {
    this.leaves = new LeafReader(readers, this);
  }

  LeafReader leaves() {
    return leaves;
  }

  /** Reads an attached message that stands at {@code path}. */
  void readMessage(Octets octets, String path, MessageSink sink) {
    Headers headers = Headers.read(LineEnds.repaired(octets, sink), Place.part(path), sink);
    HeaderSurfaces.add(headers.fields(), path, sink);
    readBody(headers, path, sink);
  }

  /**
   * Reads the body of a message.
   *
   * @param path the part the message is, empty for the outermost
   */
  void readBody(Headers headers, String path, MessageSink sink) {
    ContentField type = ContentField.read(headers.first("Content-Type"));
    if (type.value().startsWith("multipart/")) {
      read(headers, type, path, sink);
    } else {
      read(headers, type, child(path, 1), sink);
    }
  }

  private static String child(String path, int number) {
    return path.isEmpty() ? Integer.toString(number) : path + "." + number;
  }

  private void read(Headers headers, ContentField type, String path, MessageSink sink) {
    Place place = Place.part(path);
    if (!sink.enter(place)) {
      return;
    }
    if (type.value().startsWith("multipart/")) {
      multipart(headers, type, path, sink);
    } else if (sink.takePart(place)) {
      leaf(headers, type, place, sink);
    }
    sink.leave();
  }

  private void multipart(Headers headers, ContentField type, String path, MessageSink sink) {
    Place place = Place.part(path);
    if (type.value().equals("multipart/encrypted")) {
      sink.defect(Kind.ENCRYPTED, place, "The part is encrypted.");
    }
    List<Octets> parts = parts(headers.body(), type.parameter("boundary"), place, sink);
    if (parts.isEmpty()) {
      leaf(headers, new ContentField(TEXT, type.parameters()), wholePart(path), sink);
      return;
    }
    String unlabelled = type.value().equals("multipart/digest") ? MESSAGE : TEXT;
    for (int i = 0; i < parts.size() && !sink.isOver(place); i++) {
      String partPath = child(path, i + 1);
      Headers part = Headers.read(parts.get(i), Place.part(partPath), sink);
      ContentField partType = ContentField.read(part.first("Content-Type"));
      boolean labelled = partType.value().contains("/");
      ContentField known =
          labelled ? partType : new ContentField(unlabelled, partType.parameters());
      read(part, known, partPath, sink);
    }
  }

  private static Place wholePart(String path) {
    return Place.part(path.isEmpty() ? "1" : path);
  }

  private static List<Octets> parts(Octets body, String boundary, Place place, MessageSink sink) {
    int limit = sink.limits().parts();
    List<Octets> parts = boundary.isBlank() ? List.of() : Multipart.parts(body, boundary, limit);
    if (!parts.isEmpty()) {
      return parts;
    }
    sink.defect(Kind.MALFORMED, place, "A multipart has no boundary, or no part between it.");
    String guess = Multipart.guessedBoundary(body);
    return guess.isEmpty() ? List.of() : Multipart.parts(body, guess, limit);
  }

  private void leaf(Headers headers, ContentField type, Place place, MessageSink sink) {
    ContentField disposition = ContentField.read(headers.first("Content-Disposition"));
    String name = disposition.parameter("filename");
    if (name.isEmpty()) {
      name = type.parameter("name");
    }
    TransferEncoding.Decoded content =
        TransferEncoding.decode(
            headers.first("Content-Transfer-Encoding"),
            headers.body(),
            sink.limits().attachmentBytes());
    if (!content.intact()) {
      sink.defect(Kind.TRANSFER_ENCODING, place, "The transfer encoding is broken or unknown.");
    }
    if (!content.whole()) {
      sink.defect(Kind.LIMIT_REACHED, place, "The part was cut at the limit of its size.");
    }
    String mediaType = type.value().isEmpty() ? TEXT : type.value();
    Flow flow = Flow.of(type);
    leaves.read(
        new Attachment(place, mediaType, type.parameter("charset"), name, content.octets()),
        flow,
        sink);
  }
}
