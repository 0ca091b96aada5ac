package org.ringfence.arrival.parse.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.Deadline;
import org.ringfence.mail.Limits;
import org.ringfence.mail.ParseDefect;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** A sink that keeps what it is given and lets nested parts be read by the readers it has. */
public final class CollectingSink implements PartSink {
  private final List<AttachmentReader> readers;
  private final Limits limits = Limits.standard();
  private final Deadline deadline;
  private final List<Surface> surfaces = new ArrayList<>();
  private final List<ParseDefect> defects = new ArrayList<>();
  private final List<Attachment> unread = new ArrayList<>();
  private long unpackable = limits.unpackedBytes();
  private int images = limits.images();
  private int depth;

  public CollectingSink(AttachmentReader... readers) {
    this(Duration.ofSeconds(60), readers);
  }

  public CollectingSink(Duration time, AttachmentReader... readers) {
    this.readers = List.of(readers);
    this.deadline = Deadline.in(time, System::nanoTime);
  }

  /** Reads {@code attachment} by the first reader that accepts it, as the parser does. */
  public CollectingSink read(Attachment attachment) {
    nested(attachment);
    return this;
  }

  @Override
  public void nested(Attachment attachment) {
    if (depth >= limits.depth()) {
      defect(Kind.LIMIT_REACHED, attachment.place(), "too deep");
      return;
    }
    depth++;
    readers.stream()
        .filter(reader -> reader.accepts(attachment))
        .findFirst()
        .ifPresentOrElse(reader -> reader.read(attachment, this), () -> unread.add(attachment));
    depth--;
  }

  @Override
  public void surface(Surface surface) {
    surfaces.add(surface);
  }

  @Override
  public void defect(Kind kind, Place place, String detail) {
    defects.add(new ParseDefect(kind, place, detail));
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
    unpackable -= octets;
    return unpackable >= 0;
  }

  @Override
  public boolean takeImage() {
    return --images >= 0;
  }

  public List<Surface> surfaces() {
    return surfaces;
  }

  public List<String> texts(SurfaceKind kind) {
    return surfaces.stream().filter(s -> s.kind() == kind).map(Surface::text).toList();
  }

  public List<Kind> defects() {
    return defects.stream().map(ParseDefect::kind).toList();
  }

  /** Nested parts that none of the readers took. */
  public List<Attachment> unread() {
    return unread;
  }
}
