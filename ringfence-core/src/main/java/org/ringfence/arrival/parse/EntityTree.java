package org.ringfence.arrival.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ringfence.mail.Deadline;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;
import org.ringfence.mail.Place;

/**
 * Reads the tree of parts of a message with the places where they stand, for whoever changes them.
 *
 * <p>It cuts and numbers as {@link EntityReader} does, and reads no content. Where that one reads a
 * part in two ways, this one has a {@link Entity.Doubtful}.
 */
public final class EntityTree {
  private static final Set<String> ONCE =
      Set.of("content-type", "content-transfer-encoding", "content-disposition");
  private static final Set<String> ENCODINGS =
      Set.of("", "7bit", "8bit", "binary", "quoted-printable", "base64");
  private static final String TEXT = "text/plain";
  private static final String MESSAGE = "message/rfc822";

  private final MessageSink sink;
  private int partsLeft;

  private EntityTree(Limits limits) {
    // What could not be read was said when the message was parsed; nobody asks for it here.
    this.sink =
        new MessageSink(
            limits, Deadline.in(limits.time(), () -> 0L), new EntityReader(List.of()).leaves());
    this.partsLeft = limits.parts();
  }

  /** The parts of {@code message}. */
  public static Entity read(Octets message, Limits limits) {
    var tree = new EntityTree(limits);
    boolean asItStands = LineEnds.repaired(message, Place.part(""), tree.sink).equals(message);
    return asItStands
        ? tree.entity(message, "", TEXT, 0, true)
        : new Entity.Doubtful(message, TEXT);
  }

  /** What follows the header section of {@code message}: a slice of it. */
  public static Octets body(Octets message, Limits limits) {
    return Headers.read(message, Place.part(""), new EntityTree(limits).sink).body();
  }

  /**
   * @param message whether it is a message of its own: its body, where it is no multipart, is the
   *     first part of it
   */
  private Entity entity(Octets octets, String path, String unlabelled, int depth, boolean message) {
    Headers headers = Headers.read(octets, Place.part(path), sink);
    ContentField type = ContentField.read(headers.first("Content-Type"));
    String mediaType = type.value().contains("/") ? type.value() : unlabelled;
    partsLeft--;
    if (partsLeft < 0 || depth > sink.limits().depth() || isDoubtful(headers.fields())) {
      return new Entity.Doubtful(octets, mediaType);
    }
    if (mediaType.startsWith("multipart/")) {
      return multipart(octets, path, headers.body(), type, depth);
    }
    String own = message ? child(path, 1) : path;
    if (mediaType.equals(MESSAGE) || mediaType.equals("message/global")) {
      return attached(octets, own, headers, mediaType, depth);
    }
    return leaf(octets, own, headers, mediaType, type);
  }

  private Entity multipart(Octets octets, String path, Octets body, ContentField type, int depth) {
    String boundary = type.parameter("boundary");
    List<Octets> parts =
        boundary.isBlank() ? List.of() : Multipart.parts(body, boundary, sink.limits().parts());
    if (parts.isEmpty()) {
      return new Entity.Doubtful(octets, type.value());
    }
    String unlabelled = type.value().equals("multipart/digest") ? MESSAGE : TEXT;
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < parts.size() && partsLeft > 0; i++) {
      entities.add(entity(parts.get(i), child(path, i + 1), unlabelled, depth + 1, false));
    }
    return entities.size() == parts.size()
        ? new Entity.Multi(octets, type.value(), entities)
        : new Entity.Doubtful(octets, type.value());
  }

  private Entity attached(
      Octets octets, String path, Headers headers, String mediaType, int depth) {
    String encoding = encoding(headers);
    boolean asItStands =
        encoding.isEmpty() || encoding.endsWith("bit") || encoding.equals("binary");
    return asItStands
        ? new Entity.Attached(
            octets, mediaType, entity(headers.body(), path, TEXT, depth + 1, true))
        : new Entity.Doubtful(octets, mediaType);
  }

  private Entity leaf(
      Octets octets, String path, Headers headers, String mediaType, ContentField type) {
    String encoding = encoding(headers);
    TransferEncoding.Decoded content =
        TransferEncoding.decode(encoding, headers.body(), sink.limits().attachmentBytes());
    if (!content.whole() || !ENCODINGS.contains(encoding)) {
      return new Entity.Doubtful(octets, mediaType);
    }
    ContentField disposition = ContentField.read(headers.first("Content-Disposition"));
    boolean attachment =
        disposition.value().equals("attachment")
            || !disposition.parameter("filename").isEmpty()
            || !type.parameter("name").isEmpty();
    return new Entity.Leaf(
        octets, path, mediaType, type.parameters(), attachment, encoding, content.octets());
  }

  private static String encoding(Headers headers) {
    return ContentField.read(headers.first("Content-Transfer-Encoding")).value();
  }

  /** Of two fields, some clients take the first and some the last. */
  private static boolean isDoubtful(List<HeaderField> fields) {
    Set<String> seen = new HashSet<>();
    return fields.stream()
        .map(field -> field.name().toLowerCase(Locale.ROOT))
        .anyMatch(name -> ONCE.contains(name) && !seen.add(name));
  }

  private static String child(String path, int number) {
    return path.isEmpty() ? Integer.toString(number) : path + "." + number;
  }
}
