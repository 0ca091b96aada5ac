package org.ringfence.connector.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.ringfence.connector.smtp.NextHop.Protocol;
import org.ringfence.connector.smtp.NextHopFailure.Kind;
import org.ringfence.mail.Octets;

/**
 * One connection to the next host. Used by one thread.
 *
 * <p>Replies are returned, whatever they say; where none comes, a {@link NextHopFailure} is thrown
 * and the connection is of no use any more. Nothing is read between two commands, so that a host
 * that goes away is noticed with the next command.
 */
public final class SmtpConnection implements AutoCloseable {
  /** So few that neither side has to wait for the other to read (RFC 2920 §3.1). */
  private static final int GROUP = 50;

  private final TimedSocket socket;
  private final NextHop hop;
  private final SmtpTimes times;
  private Extensions extensions = Extensions.none();

  private SmtpConnection(TimedSocket socket, NextHop hop, SmtpTimes times) {
    this.socket = socket;
    this.hop = hop;
    this.times = times;
  }

  static SmtpConnection greeted(TimedSocket socket, NextHop hop, SmtpTimes times)
      throws NextHopFailure {
    var connection = new SmtpConnection(socket, hop, times);
    connection.greet();
    return connection;
  }

  private void greet() throws NextHopFailure {
    accepted(answer(times.command()));
    hello();
    switch (hop.encryption()) {
      case NextHop.Never() -> {}
      case NextHop.Opportunistic() -> {
        if (extensions.has("STARTTLS") && command("STARTTLS").isPositive()) {
          encrypt(new AnyHost().context(), false);
        }
      }
      case NextHop.Required(var trust) -> {
        if (!extensions.has("STARTTLS") || !command("STARTTLS").isPositive()) {
          throw new NextHopFailure(Kind.NO_TLS, hop + " offers no TLS, and it is required.", null);
        }
        encrypt(trust, true);
      }
    }
  }

  private void hello() throws NextHopFailure {
    Reply reply = command((hop.protocol() == Protocol.LMTP ? "LHLO " : "EHLO ") + hop.name());
    if (!reply.isPositive() && hop.protocol() == Protocol.SMTP) {
      reply = command("HELO " + hop.name());
    }
    accepted(reply);
    extensions = Extensions.of(reply);
  }

  private void accepted(Reply reply) throws NextHopFailure {
    if (!reply.isPositive()) {
      throw new NextHopFailure(Kind.NOT_REACHED, hop + " turns us away: " + reply, null);
    }
  }

  private void encrypt(SSLContext context, boolean verified) throws NextHopFailure {
    try {
      socket.within(times.command());
      socket.encryptTo(hop.host(), verified, context);
    } catch (IOException failure) {
      throw new NextHopFailure(Kind.NO_TLS, hop + " could not be spoken to under TLS.", failure);
    }
    hello();
  }

  /** What the host offers. */
  public Extensions extensions() {
    return extensions;
  }

  /** Whether TLS is spoken. */
  public boolean isEncrypted() {
    return socket.isEncrypted();
  }

  /** Tells where the next mail came from, as far as the host wants to know. */
  public void client(ClientFacts facts) throws NextHopFailure {
    var command = facts.xforward(extensions.words("XFORWARD"));
    if (command.isPresent()) {
      command(command.get());
    }
  }

  /** Begins a mail. */
  public Reply mail(MailPath from) throws NextHopFailure {
    return command("MAIL FROM:" + from.wire());
  }

  /** Adds a recipient. */
  public Reply rcpt(MailPath to) throws NextHopFailure {
    return command("RCPT TO:" + to.wire());
  }

  /** Forgets the mail that was begun. */
  public Reply reset() throws NextHopFailure {
    return command("RSET");
  }

  /**
   * Begins a mail and adds its recipients at once, where the host offers pipelining (RFC 2920).
   *
   * @return the replies: to the reverse-path, then to each recipient
   */
  public List<Reply> envelope(MailPath from, List<MailPath> to) throws NextHopFailure {
    List<String> commands = new ArrayList<>();
    commands.add("MAIL FROM:" + from.wire());
    to.forEach(path -> commands.add("RCPT TO:" + path.wire()));
    List<Reply> replies = new ArrayList<>();
    int group = extensions.has("PIPELINING") ? GROUP : 1;
    while (replies.size() < commands.size()) {
      int end = Math.min(commands.size(), replies.size() + group);
      write(String.join("\r\n", commands.subList(replies.size(), end)));
      while (replies.size() < end) {
        replies.add(staying(times.command()));
      }
    }
    return replies;
  }

  /**
   * Sends the message.
   *
   * @param recipients how many the host has accepted, one at least
   * @return a reply for each of them
   */
  public List<Reply> content(Octets message, int recipients) throws NextHopFailure {
    write("DATA");
    Reply start = staying(times.dataStart());
    if (start.code() != 354) {
      // The host still has the envelope, and would refuse the next mail as one within another.
      reset();
      Reply refusal = start.isPositive() ? Reply.of(451, "4.5.0 " + start.code()) : start;
      return Collections.nCopies(recipients, refusal);
    }
    sendContent(message);
    return answers(recipients);
  }

  private void sendContent(Octets message) throws NextHopFailure {
    var writer = new DataWriter(socket.output(), () -> socket.within(times.block()));
    try {
      writer.write(message);
    } catch (IOException failure) {
      throw broken(Kind.BROKEN, failure);
    }
    try {
      writer.end();
    } catch (IOException failure) {
      throw broken(Kind.PERHAPS_TAKEN, failure);
    }
  }

  private List<Reply> answers(int recipients) throws NextHopFailure {
    List<Reply> replies = new ArrayList<>();
    try {
      int expected = hop.protocol() == Protocol.LMTP ? recipients : 1;
      while (replies.size() < expected) {
        replies.add(answer(times.dataEnd()));
      }
    } catch (NextHopFailure failure) {
      throw broken(Kind.PERHAPS_TAKEN, failure);
    }
    while (replies.size() < recipients) {
      replies.add(replies.getFirst());
    }
    return replies;
  }

  private Reply command(String line) throws NextHopFailure {
    write(line);
    return staying(times.command());
  }

  /** RFC 5321 §3.8: 421 answers any command, also one that came too late for a host that waited. */
  private Reply staying(Duration time) throws NextHopFailure {
    Reply reply = answer(time);
    if (reply.code() == 421) {
      throw broken(Kind.BROKEN, new IOException(reply.toString()));
    }
    return reply;
  }

  private void write(String lines) throws NextHopFailure {
    try {
      socket.within(times.command());
      socket.output().write((lines + "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.output().flush();
    } catch (IOException failure) {
      throw broken(Kind.BROKEN, failure);
    }
  }

  private Reply answer(Duration time) throws NextHopFailure {
    try {
      socket.within(time);
      Reply reply = new ReplyReader(socket.input()).read();
      socket.untimed();
      return reply;
    } catch (IOException failure) {
      throw broken(Kind.BROKEN, failure);
    }
  }

  private NextHopFailure broken(Kind kind, IOException failure) {
    String what = socket.isOverdue() ? " took too long." : " broke the connection.";
    socket.close();
    return new NextHopFailure(kind, hop + what, failure);
  }

  /** Says goodbye, without waiting for an answer, and ends the connection. */
  @Override
  public void close() {
    try {
      write("QUIT");
    } catch (NextHopFailure gone) {
      // It is gone already.
    }
    socket.close();
  }
}
