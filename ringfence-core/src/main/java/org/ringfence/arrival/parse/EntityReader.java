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
    Place place = Place.part(path);
    Headers headers = Headers.read(LineEnds.repaired(octets, place, sink), place, sink);
    HeaderSurfaces.add(headers.fields(), AddressFields.read(headers.fields()), path, sink);
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
    Place place = wholePart(path);
    if (!sink.enter(place)) {
      // What is nested too deep to take apart is shown as it stands, so nothing hides down there.
      leaves.readAsText(headers.body(), place, sink);
      return;
    }
    readAs(type, headers, path, sink);
    readAsLast(type, headers, path, sink);
    sink.leave();
  }

  /**
   * Of two Content-Type fields, some clients take the first and some the last. Only one of the
   * readings may have parts of its own: else each level of nesting would double the work.
   */
  private void readAsLast(ContentField first, Headers headers, String path, MessageSink sink) {
    ContentField last = ContentField.read(headers.last("Content-Type"));
    if (!last.value().contains("/") || last.value().equals(first.value())) {
      return;
    }
    sink.defect(Kind.MALFORMED, wholePart(path), "The part has two media types.");
    boolean partsOnce = first.value().startsWith("text/") && last.value().startsWith("multipart/");
    if (partsOnce || last.value().startsWith("text/")) {
      readAs(last, headers, path, sink);
    }
  }

  private void readAs(ContentField type, Headers headers, String path, MessageSink sink) {
    if (type.value().startsWith("multipart/")) {
      multipart(headers, type, path, sink);
    } else if (sink.takePart(wholePart(path))) {
      leaf(headers, type, wholePart(path), sink);
    }
  }

  private void multipart(Headers headers, ContentField type, String path, MessageSink sink) {
    Place place = wholePart(path);
    if (type.value().equals("multipart/encrypted")) {
      sink.defect(Kind.ENCRYPTED, place, "The part is encrypted.");
    }
    List<Octets> parts = parts(headers.body(), type.parameter("boundary"), place, sink);
    if (parts.isEmpty()) {
      leaf(headers, new ContentField(TEXT, type.parameters()), place, sink);
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
