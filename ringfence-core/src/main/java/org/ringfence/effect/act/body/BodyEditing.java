package org.ringfence.effect.act.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.arrival.parse.Entity;
import org.ringfence.arrival.parse.EntityTree;
import org.ringfence.effect.act.body.Rewriting.Reason;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/**
 * Changes the body of a message: a warning above its text, and its numbers disarmed.
 *
 * <p>Only the parts that are touched are written anew; between them the message stays octet for
 * octet. Time and memory are linear in the message, whatever it holds.
 */
public final class BodyEditing {
  /** Longer texts are no mail that somebody reads. */
  private static final int TEXT_OCTETS = 16 << 20;

  private final Limits limits;
  private final Splicing splicing;

  /** Puts new fields into the header section of an entity, and a new body below it. */
  @FunctionalInterface
  public interface Splicing {
    /**
     * The entity, changed.
     *
     * @param entity a part with its header section
     * @param fields bodies of fields by name: each takes the place of the one there, or is added
     */
    Octets changed(Octets entity, Map<String, String> fields, Octets body);
  }

  /**
   * @param limits how much of a hostile message is read
   * @param splicing how a part gets other fields and another body
   */
  public BodyEditing(Limits limits, Splicing splicing) {
    this.limits = limits;
    this.splicing = splicing;
  }

  /**
   * Changes the body of {@code message}.
   *
   * @param warning what stands above its text, empty where nothing does
   * @param disarming which numbers are disarmed, empty where none are
   */
  public Rewriting rewrite(
      Octets message, Optional<Warning> warning, Optional<Disarming> disarming) {
    Entity root = EntityTree.read(message, limits);
    Optional<Reason> seal = Shown.sealed(root);
    if (seal.isPresent()) {
      return new Rewriting.LeftAlone(seal.get());
    }
    if (root instanceof Entity.Doubtful) {
      return new Rewriting.LeftAlone(Reason.UNCLEAR);
    }
    List<Entity.Leaf> shown = warning.isPresent() ? Shown.of(root) : List.of();
    if (warning.isPresent() && shown.isEmpty() && disarming.isEmpty()) {
      return new Rewriting.LeftAlone(Reason.NO_TEXT);
    }
    var work = new Work(message, warning, disarming, Set.copyOf(paths(shown)));
    work.over(root);
    return work.isTooLong()
        ? new Rewriting.LeftAlone(Reason.TOO_LONG)
        : work.rewritten(!shown.isEmpty());
  }

  private static List<String> paths(List<Entity.Leaf> leaves) {
    return leaves.stream().map(Entity.Leaf::path).toList();
  }

  /** The work on one message. */
  private final class Work {
    private final Octets message;
    private final Optional<Warning> warning;
    private final Optional<Disarming> disarming;
    private final Set<String> shown;
    private final String lineEnd;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Set<String>> found = new HashMap<>();
    private final Set<String> unlinked = new HashSet<>();
    private Optional<ChangedPart> whole = Optional.empty();
    private int octetsLeft = TEXT_OCTETS;

    /** New octets for a slice of the message. */
    private record Piece(Octets old, Octets octets) {}

    Work(
        Octets message,
        Optional<Warning> warning,
        Optional<Disarming> disarming,
        Set<String> shown) {
      this.message = message;
      this.warning = warning;
      this.disarming = disarming;
      this.shown = shown;
      int lf = message.indexOf((byte) '\n', 0);
      this.lineEnd = lf == 0 || (lf > 0 && message.at(lf - 1) != '\r') ? "\n" : "\r\n";
    }

    boolean isTooLong() {
      return octetsLeft < 0;
    }

    void over(Entity entity) {
      switch (entity) {
        case Entity.Leaf leaf -> leaf(leaf);
        case Entity.Multi multi -> multi.parts().forEach(this::over);
        case Entity.Attached attached -> {
          if (Shown.sealed(attached.message()).isEmpty()) {
            over(attached.message());
          }
        }
        case Entity.Doubtful _ -> {}
      }
    }

    private void leaf(Entity.Leaf leaf) {
      boolean calendar =
          leaf.mediaType().equals("text/calendar") || leaf.mediaType().equals("application/ics");
      boolean touched = shown.contains(leaf.path()) || disarming.isPresent();
      if (!touched || !(Shown.isText(leaf) || calendar)) {
        return;
      }
      octetsLeft -= leaf.content().length();
      if (octetsLeft < 0) {
        return;
      }
      Entity.Text read = leaf.text();
      Optional<String> exact = read.charset().flatMap(in -> Charsets.decoded(leaf.content(), in));
      Optional<Charset> lossless = exact.flatMap(_ -> read.charset());
      String text = exact.orElse(read.text());
      TextChange change = change(leaf, calendar, text);
      found.put(leaf.path(), change.found());
      if (change.unlinked()) {
        unlinked.add(leaf.path());
      }
      if (change.isNew()) {
        put(leaf, ChangedPart.of(leaf, change.text(), lossless, lineEnd));
      }
    }

    private TextChange change(Entity.Leaf leaf, boolean calendar, String text) {
      if (calendar) {
        return CalendarText.change(text, disarming.orElseThrow(), lineEnd);
      }
      Optional<WarningBlock> block =
          warning
              .filter(_ -> shown.contains(leaf.path()))
              .map(words -> new WarningBlock(words, lineEnd));
      return leaf.mediaType().equals("text/html")
          ? new HtmlText(text, disarming).change(block.map(WarningBlock::html))
          : PlainText.change(text, block.map(WarningBlock::plain), disarming);
    }

    private void put(Entity.Leaf leaf, ChangedPart part) {
      if (leaf.octets().length() == message.length()) {
        whole = Optional.of(part);
      } else {
        pieces.add(
            new Piece(leaf.octets(), splicing.changed(leaf.octets(), part.fields(), part.body())));
      }
    }

    Rewriting rewritten(boolean warned) {
      return new Rewriting.Rewritten(
          whole.map(ChangedPart::fields).orElse(Map.of()),
          whole.map(ChangedPart::body).orElseGet(this::spliced),
          whole.isPresent() || !pieces.isEmpty(),
          warned,
          found,
          unlinked);
    }

    private Octets spliced() {
      Octets body = EntityTree.body(message, limits);
      var out = new ByteArrayOutputStream(body.length() + 4_096);
      int from = body.startIn(message);
      for (Piece piece : pieces) {
        int start = piece.old().startIn(message);
        out.writeBytes(message.slice(from, start).toByteArray());
        out.writeBytes(piece.octets().toByteArray());
        from = start + piece.old().length();
      }
      out.writeBytes(message.slice(from, message.length()).toByteArray());
      return Octets.of(out.toByteArray());
    }
  }
}
