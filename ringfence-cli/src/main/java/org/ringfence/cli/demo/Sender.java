package org.ringfence.cli.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ringfence.connector.smtp.ClientFacts;
import org.ringfence.connector.smtp.MailPath;
import org.ringfence.connector.smtp.NextHop;
import org.ringfence.connector.smtp.NextHopFailure;
import org.ringfence.connector.smtp.Reply;
import org.ringfence.connector.smtp.SmtpConnection;
import org.ringfence.connector.smtp.SmtpConnector;
import org.ringfence.connector.smtp.SmtpTimes;

/** The mail server in front of Ringfence in the demonstration. */
public final class Sender implements AutoCloseable {
  private static final String NAME = "mx.contoso.example";

  private final SmtpConnector connector;

  /**
   * @param port of the SMTP door
   */
  public Sender(int port) {
    this.connector =
        new SmtpConnector(
            new NextHop(NextHop.Protocol.SMTP, "127.0.0.1", port, new NextHop.Never(), NAME),
            SmtpTimes.standard(),
            System::nanoTime);
  }

  /**
   * Sends one mail.
   *
   * @throws IOException with a sentence where the door does not take it
   */
  public void send(DemoMail mail) throws IOException {
    try (SmtpConnection connection = connector.open()) {
      connection.client(new ClientFacts(Map.of("IDENT", mail.queueId())));
      List<MailPath> to = mail.recipients().stream().map(MailPath::of).toList();
      for (Reply reply : connection.envelope(MailPath.of(mail.sender()), to)) {
        taken(mail, reply);
      }
      taken(mail, connection.content(mail.message(), to.size()).getFirst());
    } catch (NextHopFailure failure) {
      throw new IOException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private static void taken(DemoMail mail, Reply reply) throws IOException {
    if (!reply.isPositive()) {
      throw new IOException(mail.path() + ": the SMTP door answers " + reply + ".");
    }
  }

  @Override
  public void close() {
    connector.close();
  }
}
