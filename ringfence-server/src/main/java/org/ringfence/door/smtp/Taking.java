package org.ringfence.door.smtp;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.ringfence.connector.smtp.NextHop.Protocol;
import org.ringfence.connector.smtp.Reply;
import org.ringfence.connector.smtp.TimedSocket;
import org.ringfence.effect.act.EditedMessage;
import org.ringfence.mail.Octets;
import org.ringfence.reception.Answer;
import org.ringfence.reception.Handover;
import org.ringfence.reception.HeaderBound;

/**
 * Takes one message: from the first octet to the replies.
 *
 * @param transaction the mail, one recipient at least
 */
record Taking(Desk desk, Onward onward, Transaction transaction) {
  /**
   * What the client is told: one reply, or one for each recipient.
   *
   * @throws Breach where what came is no message
   */
  List<Reply> from(Inbound in, TimedSocket socket) throws IOException {
    try (Incoming incoming = desk.incoming()) {
      socket.within(desk.settings().times().message());
      in.message(incoming);
      socket.untimed();
      if (incoming.isTooLarge()) {
        return forAll(Parameters.tooLarge(desk.settings().bounds().messageBytes()));
      }
      if (incoming.isOutOfRoom()) {
        return forAll(Reply.of(452, "4.3.1 Too many large messages are under way"));
      }
      Octets octets = incoming.octets();
      return HeaderBound.holds(octets)
          ? judged(octets)
          : forAll(Fulfilment.refusal(HeaderBound.REFUSAL));
    }
  }

  private List<Reply> forAll(Reply reply) {
    int replies = desk.protocol() == Protocol.LMTP ? transaction.to().size() : 1;
    return Collections.nCopies(replies, reply);
  }

  private List<Reply> judged(Octets octets) throws IOException {
    Handover handover =
        new Handover(
            desk.door(),
            transaction.id(),
            transaction.arrival(octets, desk.now()),
            EditedMessage.header(octets),
            true);
    Answer answer = desk.reception().receive(handover, () -> {});
    return new Fulfilment(desk.reception(), onward, transaction, handover, answer).replies();
  }
}
