package org.ringfence.door.milter;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringfence.mail.Octets;
import org.ringfence.mail.SmtpClient;
import org.ringfence.reception.Answer;
import org.ringfence.reception.Handover;
import org.ringfence.reception.HeaderBound;

/**
 * One connection of a mail server: the protocol's state, and what follows from each command.
 *
 * <p>The order is: an offer of options, then for each SMTP client connect and helo, then for each
 * message mail, rcpt, header, body, end of message. A command out of that order ends the
 * connection; the mail server then does with the message what it was configured to do. Run by one
 * thread; {@link #isBusy} may be asked by others.
 */
final class Session {
  private static final Handover.Door DOOR = new Handover.Door("milter", Handover.Ability.ONE_FORM);

  private final PacketStream packets;
  private final Desk desk;

  private @Nullable Options options;
  private Optional<InetAddress> client = Optional.empty();
  private String helo = "";
  private String id = "";
  private @Nullable Transaction transaction;
  private volatile boolean busy;

  Session(PacketStream packets, Desk desk) {
    this.packets = packets;
    this.desk = desk;
  }

  /** Whether a message is under way. */
  boolean isBusy() {
    return busy;
  }

  /**
   * Serves the connection until the mail server ends it, or the door closes between two messages.
   *
   * @throws IOException where it broke, or the mail server does not keep to the protocol
   */
  void run() throws IOException {
    try {
      Optional<Packet> packet = packets.read();
      while (packet.isPresent() && take(CommandReader.read(packet.get()))) {
        packet = packets.read();
      }
    } finally {
      forget();
    }
  }

  /** Acts on one command; false where it was the last. */
  private boolean take(MilterCommand command) throws IOException {
    switch (command) {
      case MilterCommand.Negotiate offer -> negotiate(offer);
      case MilterCommand.Macros(var values) -> id = values.getOrDefault("i", id);
      case MilterCommand.Connect(var address) -> client = address;
      case MilterCommand.Helo(String name) -> helo = name;
      case MilterCommand.MailFrom(List<String> arguments) -> begin(arguments.getFirst());
      case MilterCommand.RcptTo(List<String> arguments) ->
          current().recipient(arguments.getFirst());
      case MilterCommand.Header(var name, var value) ->
          current().field(name, value, agreed().keepsLeadingSpace());
      case MilterCommand.Body(var chunk) -> {
        return body(chunk);
      }
      case MilterCommand.EndOfMessage(var chunk) -> {
        return end(chunk);
      }
      case MilterCommand.Abort() -> forget();
      case MilterCommand.Quit() -> {
        return false;
      }
      case MilterCommand.NextClient() -> nextClient();
      case MilterCommand.Data(), MilterCommand.EndOfHeader(), MilterCommand.Unknown() -> agreed();
      case MilterCommand.Malformed(String reason) -> throw new IOException(reason);
    }
    if (!(command instanceof MilterCommand.Negotiate) && agreed().awaitsReply(command)) {
      send(new MilterReply.Continue());
    }
    return true;
  }

  private void negotiate(MilterCommand.Negotiate offer) throws IOException {
    Options taken =
        Options.from(offer)
            .orElseThrow(
                () ->
                    new IOException(
                        "The mail server offers too little: version "
                            + offer.version()
                            + ", actions "
                            + Integer.toHexString(offer.actions())
                            + ". Version 2 is needed, and add, change header and body, delete"
                            + " recipient and quarantine."));
    options = taken;
    send(taken.reply());
  }

  private Options agreed() throws IOException {
    Options taken = options;
    if (taken == null) {
      throw new IOException("The mail server did not begin with its options.");
    }
    return taken;
  }

  private Transaction current() throws IOException {
    Transaction open = transaction;
    if (open == null) {
      throw new IOException("A message is spoken of that did not begin.");
    }
    return open;
  }

  private void begin(String mailFrom) throws IOException {
    agreed();
    String kept = id;
    forget();
    id = kept;
    transaction = desk.open(mailFrom);
    busy = true;
  }

  private boolean body(Octets chunk) throws IOException {
    Transaction open = current();
    open.body(chunk);
    boolean enough = open.isFull() && agreed().canSkip();
    send(enough ? new MilterReply.Skip() : new MilterReply.Continue());
    return true;
  }

  private boolean end(Octets chunk) throws IOException {
    Transaction open = current();
    open.body(chunk);
    for (MilterReply reply : replies(open)) {
      packets.write(ReplyWriter.write(reply));
    }
    packets.flush();
    forget();
    return !desk.isClosing();
  }

  private List<MilterReply> replies(Transaction open) throws IOException {
    if (open.isHeaderTooLong()) {
      return List.of(new MilterReply.ReplyCode(HeaderBound.REFUSAL.line()));
    }
    Optional<SmtpClient> from = client.map(address -> new SmtpClient(address, helo));
    Handover handover =
        new Handover(DOOR, id, open.arrival(from, desk.now()), open.header(), open.isWhole());
    Answer answer =
        desk.answer(handover, open.isOutOfRoom(), () -> send(new MilterReply.Progress()));
    return new AnswerReplies(agreed()).of(answer);
  }

  private void nextClient() {
    forget();
    client = Optional.empty();
    helo = "";
  }

  private void forget() {
    Transaction open = transaction;
    if (open != null) {
      open.close();
    }
    transaction = null;
    id = "";
    busy = false;
  }

  private void send(MilterReply reply) throws IOException {
    packets.write(ReplyWriter.write(reply));
    packets.flush();
  }
}
