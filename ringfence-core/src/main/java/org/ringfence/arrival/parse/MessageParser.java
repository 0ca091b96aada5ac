package org.ringfence.arrival.parse;

import java.util.List;
import java.util.function.LongSupplier;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.Deadline;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Message;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect;
import org.ringfence.mail.Place;

/**
 * The step {@code parse}: octets in, a {@link Message} out.
 *
 * <p>It reads broken mail as the common mail clients read it, because that is what the recipient
 * will see; where clients differ it reads both ways (all alternatives of multipart/alternative).
 * Nothing in a message makes it throw: what cannot be read is a {@link ParseDefect}. It may be
 * shared between threads if its readers may.
 */
public final class MessageParser {
  private static final Place WHOLE = Place.header("message");

  private final Limits limits;
  private final LongSupplier ticker;
  private final EntityReader entities;

  /**
   * @param limits how much of a hostile message is read
   * @param ticker the elapsed-time clock in nanoseconds
   * @param readers the readers of attachments, asked in this order
   */
  public MessageParser(Limits limits, LongSupplier ticker, List<AttachmentReader> readers) {
    this.limits = limits;
    this.ticker = ticker;
    this.entities = new EntityReader(readers);
  }

  /** Reads one message. */
  public Message parse(Octets octets) {
    var sink = new MessageSink(limits, Deadline.in(limits.time(), ticker), entities.leaves());
    Octets whole = LineEnds.repaired(withinLimit(octets, sink), WHOLE, sink);
    Headers headers = Headers.read(whole, WHOLE, sink);
    Addressing addressing = AddressFields.read(headers.fields());
    HeaderSurfaces.add(headers.fields(), addressing, "", sink);
    entities.readBody(headers, "", sink);
    return new Message(
        new HeaderSection(headers.fields()), addressing, sink.surfaces(), sink.defects());
  }

  private Octets withinLimit(Octets octets, MessageSink sink) {
    if (octets.length() <= limits.messageBytes()) {
      return octets;
    }
    sink.defect(
        ParseDefect.Kind.LIMIT_REACHED,
        WHOLE,
        "The message is longer than " + limits.messageBytes() + " octets; the rest was not read.");
    return octets.slice(0, limits.messageBytes());
  }
}
