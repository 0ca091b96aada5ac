package org.ringfence.effect.act;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ringfence.assessment.authentication.results.HeaderWriter;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Octets;

/**
 * A message with its edits carried out, for whoever sends it on himself.
 *
 * <p>What no edit names stays octet for octet, so a DKIM signature that held still holds where only
 * fields were added. New fields have the line ends of the message. An edit that names a field which
 * is not there does nothing.
 */
public final class EditedMessage {
  private final MessageEdits edits;
  private final SplitMessage message;
  private final boolean bareLineFeeds;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean inLine;

  /** A field: its name in lower case, and which of those of that name. */
  private record Which(String name, int occurrence) {
    static Which of(String name, int occurrence) {
      return new Which(name.toLowerCase(Locale.ROOT), occurrence);
    }
  }

  private EditedMessage(Octets original, MessageEdits edits) {
    this.edits = edits;
    this.message = SplitMessage.of(original);
    int lf = original.indexOf((byte) '\n', 0);
    this.bareLineFeeds = lf == 0 || (lf > 0 && original.at(lf - 1) != '\r');
  }

  /**
   * The message as it goes on.
   *
   * @param original the message as received
   * @param edits what is changed; occurrences count as {@link #header} does
   */
  public static Octets of(Octets original, MessageEdits edits) {
    return edits.equals(MessageEdits.none())
        ? original
        : new EditedMessage(original, edits).edited();
  }

  /**
   * The header section of a message, whole, whatever its size: the one that edits speak of where
   * the door has the octets alone.
   */
  public static HeaderSection header(Octets original) {
    List<HeaderField> fields = new ArrayList<>();
    for (SplitMessage.Piece piece : SplitMessage.of(original).pieces()) {
      if (piece.isField()) {
        int colon = piece.octets().indexOf((byte) ':', 0);
        Octets body = piece.octets().slice(colon + 1, piece.octets().length());
        fields.add(new HeaderField(piece.name(), unfolded(body)));
      }
    }
    return new HeaderSection(fields);
  }

  private static String unfolded(Octets body) {
    String text = body.decode(StandardCharsets.UTF_8);
    return text.replace("\r", "").replace("\n", "").replace('\0', ' ').strip();
  }

  private Octets edited() {
    write(message.mboxLine());
    write(Octets.of(ascii(inLine && !edits.added().isEmpty() ? lineEnd() : "")));
    edits.added().forEach(field -> write(field.name(), field.body()));
    writePieces();
    writeSeparator();
    write(edits.body().orElse(message.body()));
    return Octets.of(out.toByteArray());
  }

  private void writePieces() {
    Map<Which, Optional<String>> bodies = bodies();
    Map<String, Integer> seen = new HashMap<>();
    for (SplitMessage.Piece piece : message.pieces()) {
      String name = piece.name().toLowerCase(Locale.ROOT);
      Optional<String> body = bodies.get(new Which(name, seen.merge(name, 1, Integer::sum)));
      if (body == null || !piece.isField()) {
        write(piece.octets());
      } else {
        body.ifPresent(changed -> write(piece.name(), changed));
      }
    }
  }

  /** The new bodies of fields, empty for those that go. */
  private Map<Which, Optional<String>> bodies() {
    Map<Which, Optional<String>> bodies = new HashMap<>();
    for (HeaderEdit.Remove gone : edits.removed()) {
      bodies.put(Which.of(gone.name(), gone.occurrence()), Optional.empty());
    }
    for (HeaderEdit.Change changed : edits.changed()) {
      bodies.put(Which.of(changed.name(), changed.occurrence()), Optional.of(changed.body()));
    }
    return bodies;
  }

  /** Where there is none, a new field or a new body must not run into what was there. */
  private void writeSeparator() {
    boolean hadNone = message.separator().length() == 0;
    boolean newHeader = message.pieces().isEmpty() && !edits.added().isEmpty();
    write(message.separator());
    if (hadNone && (edits.body().isPresent() || newHeader)) {
      write(Octets.of(ascii(inLine ? lineEnd() + lineEnd() : lineEnd())));
    }
  }

  private String lineEnd() {
    return bareLineFeeds ? "\n" : "\r\n";
  }

  private void write(String name, String body) {
    write(Octets.of(ascii(HeaderWriter.field(name, body).replace("\r\n", lineEnd()))));
  }

  private void write(Octets octets) {
    inLine = octets.length() == 0 ? inLine : octets.at(octets.length() - 1) != '\n';
    out.writeBytes(octets.toByteArray());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
