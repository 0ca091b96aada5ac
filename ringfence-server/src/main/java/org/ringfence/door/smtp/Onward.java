package org.ringfence.door.smtp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringfence.connector.smtp.ClientFacts;
import org.ringfence.connector.smtp.Extensions;
import org.ringfence.connector.smtp.MailPath;
import org.ringfence.connector.smtp.NextHopFailure;
import org.ringfence.connector.smtp.Reply;
import org.ringfence.connector.smtp.SmtpConnection;
import org.ringfence.connector.smtp.SmtpConnector;
import org.ringfence.mail.Octets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The next host, as one session has it: connected to when it is needed, and again where it has gone
 * between two mails or while one was judged. Used by one thread.
 */
final class Onward implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Onward.class);
  private static final Reply GONE = Reply.of(451, "4.4.2 The next host went away");

  private final SmtpConnector connector;
  private @Nullable SmtpConnection connection;

  /** Whether the host knows the mail, with every recipient that it has accepted. */
  private boolean begun;

  Onward(SmtpConnector connector) {
    this.connector = connector;
  }

  /** What the host offers; nothing where it cannot be reached. */
  Extensions extensions() {
    try {
      return connected().extensions();
    } catch (NextHopFailure failure) {
      LOG.warn("What the next host offers is not known: {}", failure.getMessage());
      return Extensions.none();
    }
  }

  private SmtpConnection connected() throws NextHopFailure {
    SmtpConnection open = connection;
    if (open == null) {
      open = connector.open();
      connection = open;
    }
    return open;
  }

  /** Begins a mail. */
  Reply mail(MailPath from, ClientFacts client) {
    return answered(() -> again(() -> begin(from, client)));
  }

  private Reply begin(MailPath from, ClientFacts client) throws NextHopFailure {
    reset();
    SmtpConnection open = connected();
    open.client(client);
    Reply reply = open.mail(from);
    begun = reply.isPositive();
    return reply;
  }

  /** Adds a recipient. Where the host went away since the mail began, he has to come again. */
  Reply rcpt(MailPath to) {
    return begun ? answered(() -> connected().rcpt(to)) : GONE;
  }

  /** A mail to the next host. */
  record Mail(MailPath from, List<MailPath> to, ClientFacts client, Octets octets) {}

  /**
   * Sends a mail: the one that was begun, where {@code isBegun} says that it is for the same
   * recipients, or else a new one.
   *
   * @return what the host says, for each recipient
   */
  List<Reply> send(Mail mail, boolean isBegun) {
    try {
      if (isBegun && begun) {
        List<Reply> replies = sendBegun(mail);
        if (!replies.isEmpty()) {
          return replies;
        }
      }
      return again(() -> sendNew(mail));
    } catch (NextHopFailure failure) {
      drop();
      return Collections.nCopies(mail.to().size(), unanswered(failure));
    }
  }

  /** The replies; none where the host went away before it had the mail. */
  private List<Reply> sendBegun(Mail mail) throws NextHopFailure {
    begun = false;
    try {
      return connected().content(mail.octets(), mail.to().size());
    } catch (NextHopFailure failure) {
      drop();
      if (failure.kind() == NextHopFailure.Kind.PERHAPS_TAKEN) {
        throw failure;
      }
      return List.of();
    }
  }

  private List<Reply> sendNew(Mail mail) throws NextHopFailure {
    reset();
    SmtpConnection open = connected();
    open.client(mail.client());
    List<Reply> envelope = open.envelope(mail.from(), mail.to());
    if (!envelope.getFirst().isPositive()) {
      reset(open);
      return Collections.nCopies(mail.to().size(), envelope.getFirst());
    }
    List<Reply> replies = new ArrayList<>(envelope.subList(1, envelope.size()));
    int accepted = Math.toIntExact(replies.stream().filter(Reply::isPositive).count());
    if (accepted == 0) {
      reset(open);
      return replies;
    }
    var answers = open.content(mail.octets(), accepted).iterator();
    replies.replaceAll(reply -> reply.isPositive() ? answers.next() : reply);
    return replies;
  }

  /** Has the host forget the mail that was begun. */
  void reset() {
    SmtpConnection open = connection;
    if (begun && open != null) {
      reset(open);
    }
  }

  private void reset(SmtpConnection open) {
    begun = false;
    try {
      open.reset();
    } catch (NextHopFailure gone) {
      drop();
    }
  }

  private interface Step<T> {
    T take() throws NextHopFailure;
  }

  /**
   * Takes a step on a connection that may be an old one, and where that is gone on a new one. Never
   * again where the host may have the mail.
   */
  private <T> T again(Step<T> step) throws NextHopFailure {
    boolean wasOpen = connection != null;
    try {
      return step.take();
    } catch (NextHopFailure failure) {
      drop();
      if (!wasOpen || failure.kind() == NextHopFailure.Kind.PERHAPS_TAKEN) {
        throw failure;
      }
      return step.take();
    }
  }

  private Reply answered(Step<Reply> step) {
    try {
      return step.take();
    } catch (NextHopFailure failure) {
      drop();
      return unanswered(failure);
    }
  }

  private static Reply unanswered(NextHopFailure failure) {
    LOG.warn("A mail could not be given on: {}", failure.getMessage());
    return switch (failure.kind()) {
      case NOT_REACHED, NO_TLS -> Reply.of(451, "4.4.1 The next host cannot be reached");
      case BROKEN, PERHAPS_TAKEN -> GONE;
    };
  }

  private void drop() {
    SmtpConnection open = connection;
    connection = null;
    begun = false;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    drop();
  }
}
