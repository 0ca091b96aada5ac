package org.ringfence.door.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringfence.connector.smtp.ClientFacts;
import org.ringfence.connector.smtp.Extensions;
import org.ringfence.connector.smtp.MailPath;
import org.ringfence.connector.smtp.NextHop.Protocol;
import org.ringfence.connector.smtp.Reply;
import org.ringfence.connector.smtp.TimedSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a mail server: what was said, and what follows from each command.
 *
 * <p>MAIL and RCPT are asked of the next host at once, so that its own refusals reach the client
 * while he waits; the message is held until it is judged. Whatever breaks the protocol ends the
 * connection after one reply. Run by one thread; {@link #leave} may be called by others.
 */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final Reply OK = Reply.of(250, "2.0.0 Ok");
  private static final Reply OUT_OF_ORDER = Reply.of(503, "5.5.1 Bad sequence of commands");
  private static final Reply BAD_ARGUMENTS = Reply.of(501, "5.5.4 Bad arguments");
  private static final Reply CLOSING = Reply.of(421, "4.3.2 The service is being stopped");
  private static final Duration REPLY = Duration.ofSeconds(30);

  private final TimedSocket socket;
  private final Desk desk;
  private final InetAddress peer;
  private final Onward onward;
  private final Told told;
  private final Patience patience;
  private final Presence presence = new Presence();
  private Inbound in;
  private Extensions next = Extensions.none();
  private String helo = "";
  private @Nullable Transaction transaction;

  Session(TimedSocket socket, Desk desk) {
    this.socket = socket;
    this.desk = desk;
    this.peer = socket.socket().getInetAddress();
    this.onward = new Onward(desk.connector());
    this.told = new Told(peer, isTrusted());
    this.patience = new Patience(desk.settings().bounds().errors());
    this.in = inbound();
  }

  private Inbound inbound() {
    return new Inbound(socket.input(), desk.settings().bounds().lineOctets());
  }

  /** Whether it has left, if no mail is under way. */
  boolean leave() {
    boolean leaving = presence.leave();
    if (leaving) {
      socket.endInput();
    }
    return leaving;
  }

  /**
   * Serves the connection until the client ends it, or the door closes between two mails.
   *
   * @throws IOException where it broke
   */
  void run() throws IOException {
    try (onward) {
      converse();
    } catch (Breach breach) {
      refuse(breach);
    }
  }

  private void converse() throws IOException {
    write(greeting());
    boolean stays = true;
    while (stays && !isLeaving()) {
      stays = takeNext();
    }
    if (isLeaving()) {
      write(CLOSING);
    }
    flush();
  }

  private boolean isLeaving() {
    return desk.isClosing() && transaction == null;
  }

  private boolean takeNext() throws IOException {
    if (!in.hasMore()) {
      flush();
    }
    socket.within(desk.settings().times().command());
    Optional<String> line = in.command();
    socket.untimed();
    return line.isPresent() && take(CommandLine.of(line.get()));
  }

  private Reply greeting() {
    return Reply.of(220, desk.settings().name() + " " + (isLmtp() ? "LMTP" : "ESMTP"));
  }

  private boolean isLmtp() {
    return desk.protocol() == Protocol.LMTP;
  }

  /** Acts on one command; false where it was the last. */
  private boolean take(CommandLine command) throws IOException {
    patience.hear(command);
    switch (command.verb()) {
      case "DATA" -> data();
      case "STARTTLS" -> encrypt();
      case "QUIT" -> {
        write(Reply.of(221, "2.0.0 Bye"));
        return false;
      }
      default -> say(reply(command));
    }
    return true;
  }

  private Reply reply(CommandLine command) {
    if (command.isUnreadable()) {
      return BAD_ARGUMENTS;
    }
    return switch (command.verb()) {
      case "EHLO", "HELO", "LHLO" -> hello(command);
      case "MAIL" -> mail(command.rest());
      case "RCPT" -> rcpt(command.rest());
      case "RSET" -> {
        forget();
        yield OK;
      }
      case "NOOP" -> OK;
      case "VRFY" -> Reply.of(252, "2.0.0 Send it and see");
      case "XFORWARD" -> xforward(command.rest());
      case "XCLIENT" -> xclient(command.rest());
      default -> Reply.of(502, "5.5.1 The command is not known");
    };
  }

  private Reply hello(CommandLine command) {
    if (command.verb().equals("LHLO") != isLmtp()) {
      return Reply.of(500, "5.5.1 " + (isLmtp() ? "LHLO" : "EHLO") + " is spoken here");
    }
    if (command.rest().isEmpty()) {
      return BAD_ARGUMENTS;
    }
    forget();
    helo = command.rest();
    boolean extended = !command.verb().equals("HELO");
    next = extended ? onward.extensions() : Extensions.none();
    return extended
        ? new Offer(desk.settings(), next, socket.isEncrypted(), isTrusted()).reply()
        : Reply.of(250, desk.settings().name());
  }

  private boolean isTrusted() {
    return desk.settings().trusts(peer);
  }

  private Reply mail(String rest) {
    if (helo.isEmpty() || transaction != null) {
      return OUT_OF_ORDER;
    }
    Optional<MailPath> path = PathReader.read(rest, "FROM:");
    if (path.isEmpty()) {
      return BAD_ARGUMENTS;
    }
    return parameters().refusal(path.get()).orElseGet(() -> begin(path.get()));
  }

  private Parameters parameters() {
    return new Parameters(next, desk.settings().bounds().messageBytes());
  }

  private Reply begin(MailPath given) {
    if (!presence.begin()) {
      return CLOSING;
    }
    MailPath from = parameters().forNext(given);
    ClientFacts facts = told.facts(helo);
    Reply reply = onward.mail(from, facts);
    if (reply.isPositive()) {
      transaction = new Transaction(from, facts, facts.client());
    } else {
      forget();
    }
    return reply;
  }

  private Reply rcpt(String rest) {
    Transaction open = transaction;
    if (open == null) {
      return OUT_OF_ORDER;
    }
    Optional<MailPath> path = PathReader.read(rest, "TO:").filter(to -> !to.address().isEmpty());
    if (path.isEmpty()) {
      return BAD_ARGUMENTS;
    }
    if (open.to().size() >= desk.settings().bounds().recipients()) {
      return Reply.of(452, "4.5.3 Too many recipients");
    }
    return parameters().refusal(path.get(), open.isUtf8()).orElseGet(() -> add(open, path.get()));
  }

  private Reply add(Transaction open, MailPath recipient) {
    Reply reply = onward.rcpt(recipient);
    if (reply.isPositive()) {
      open.add(recipient);
    }
    return reply;
  }

  private Reply xforward(String rest) {
    return transaction == null ? told.forward(rest).orElse(OK) : OUT_OF_ORDER;
  }

  private Reply xclient(String rest) {
    if (transaction != null) {
      return OUT_OF_ORDER;
    }
    Optional<Reply> refusal = told.client(rest);
    helo = refusal.isPresent() ? helo : "";
    return refusal.orElseGet(this::greeting);
  }

  private void encrypt() throws IOException {
    var context = desk.settings().tls();
    if (context.isEmpty() || socket.isEncrypted() || transaction != null) {
      say(context.isEmpty() ? Reply.of(502, "5.5.1 STARTTLS is not offered") : OUT_OF_ORDER);
      return;
    }
    if (in.hasMore()) {
      // Attack: commands in the clear, carried out as if they had come under TLS.
      throw Breach.tooSoon("STARTTLS");
    }
    write(Reply.of(220, "2.0.0 Go ahead"));
    flush();
    socket.within(REPLY);
    socket.encryptAsServer(context.get());
    in = inbound();
    forget();
    helo = "";
    told.forget();
  }

  private void data() throws IOException {
    Transaction open = transaction;
    if (open == null || open.to().isEmpty()) {
      say(open == null || isLmtp() ? OUT_OF_ORDER : Reply.of(554, "5.5.1 No valid recipients"));
      return;
    }
    if (in.hasMore()) {
      throw Breach.tooSoon("DATA");
    }
    write(Reply.of(354, "End data with <CR><LF>.<CR><LF>"));
    flush();
    for (Reply reply : new Taking(desk, onward, open).from(in, socket)) {
      write(reply);
    }
    patience.renew();
    forget();
  }

  private void forget() {
    onward.reset();
    transaction = null;
    told.forgetMail();
    presence.end();
  }

  private void say(Reply reply) throws IOException {
    patience.answer(reply);
    write(reply);
  }

  private void refuse(Breach breach) throws IOException {
    LOG.warn("client={} refused: {}", peer.getHostAddress(), breach.reply());
    write(breach.reply());
    flush();
    // Were it closed with octets unread, the reply would be lost, and the client come again.
    socket.socket().shutdownOutput();
    socket.within(REPLY);
    in.drain();
  }

  private void write(Reply reply) throws IOException {
    socket.within(REPLY);
    socket.output().write(reply.wire().getBytes(StandardCharsets.ISO_8859_1));
  }

  private void flush() throws IOException {
    socket.within(REPLY);
    socket.output().flush();
  }
}
