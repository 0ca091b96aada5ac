package org.ringfence.arrival.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.Deadline;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Link;
import org.ringfence.mail.ParseDefect;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;

/**
 * What was found in one message so far, and what may still be spent on it.
 *
 * <p>At a bound the rest is left out and one defect says so; a flood of defects is cut as well.
 */
final class MessageSink implements PartSink {
  private static final int DEFECTS = 200;
  private static final int SURFACES_PER_PART = 4;

  private final Limits limits;
  private final Deadline deadline;
  private final LeafReader leaves;
  private final List<Surface> surfaces = new ArrayList<>();
  private final List<ParseDefect> defects = new ArrayList<>();
  private final Set<String> reported = new HashSet<>();
  private int textLeft;
  private long unpackLeft;
  private int partsLeft;
  private int imagesLeft;
  private int depth;

  MessageSink(Limits limits, Deadline deadline, LeafReader leaves) {
    this.limits = limits;
    this.deadline = deadline;
    this.leaves = leaves;
    this.textLeft = limits.textChars();
    this.unpackLeft = limits.unpackedBytes();
    this.partsLeft = limits.parts();
    this.imagesLeft = limits.images();
  }

  List<Surface> surfaces() {
    return surfaces;
  }

  List<ParseDefect> defects() {
    return defects;
  }

  @Override
  public void surface(Surface surface) {
    if (surface.text().isEmpty() && surface.links().isEmpty()) {
      return;
    }
    if (surfaces.size() >= SURFACES_PER_PART * (limits.parts() + 1)) {
      once(Kind.LIMIT_REACHED, surface.place(), "The message shows text in too many places.");
      return;
    }
    int room = Math.min(limits.surfaceChars(), textLeft);
    Surface cut = surface.text().length() <= room ? surface : cut(surface, room);
    textLeft -= cut.text().length();
    surfaces.add(cut);
  }

  private Surface cut(Surface surface, int room) {
    defect(Kind.LIMIT_REACHED, surface.place(), "The text was cut after " + room + " characters.");
    int end = room;
    if (end > 0 && Character.isHighSurrogate(surface.text().charAt(end - 1))) {
      end--;
    }
    List<Link> links = new ArrayList<>();
    for (Link link : surface.links()) {
      if (link.text().start() <= end) {
        Span shown = new Span(link.text().start(), Math.min(end, link.text().end()));
        links.add(new Link(shown, link.target()));
      }
    }
    return new Surface(surface.kind(), surface.place(), surface.text().substring(0, end), links);
  }

  @Override
  public void defect(Kind kind, Place place, String detail) {
    if (defects.size() < DEFECTS) {
      defects.add(new ParseDefect(kind, place, detail));
    } else {
      once(Kind.LIMIT_REACHED, place, "There are more defects than are listed.");
    }
  }

  /** Records a defect that needs no repeating elsewhere in the message. */
  void once(Kind kind, Place place, String detail) {
    if (reported.add(detail)) {
      defects.add(new ParseDefect(kind, place, detail));
    }
  }

  @Override
  public void nested(Attachment attachment) {
    if (enter(attachment.place())) {
      if (takePart(attachment.place())) {
        leaves.read(attachment, this);
      }
      leave();
    }
  }

  /** Goes one level deeper, unless depth or time are used up, which is recorded. */
  boolean enter(Place place) {
    if (isOver(place)) {
      return false;
    }
    if (depth >= limits.depth()) {
      once(
          Kind.LIMIT_REACHED, place, "Parts are nested deeper than " + limits.depth() + " levels.");
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Takes one part from the budget; when none is left, that is recorded. */
  boolean takePart(Place place) {
    if (partsLeft > 0) {
      partsLeft--;
      return true;
    }
    once(Kind.LIMIT_REACHED, place, "The message has more than " + limits.parts() + " parts.");
    return false;
  }

  /** Whether the time is up, which is recorded. */
  boolean isOver(Place place) {
    if (!deadline.isOver()) {
      return false;
    }
    once(Kind.TIME_OUT, place, "The time for reading the message was up; the rest was not read.");
    return true;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public Deadline deadline() {
    return deadline;
  }

  @Override
  public boolean unpack(long octets) {
    if (octets > unpackLeft) {
      return false;
    }
    unpackLeft -= octets;
    return true;
  }

  @Override
  public boolean takeImage() {
    return imagesLeft-- > 0;
  }
}
