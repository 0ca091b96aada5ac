package org.ringfence.door.spamd;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.ringfence.effect.act.EditedMessage;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Octets;
import org.ringfence.operation.Meters;
import org.ringfence.reception.Examined;
import org.ringfence.reception.Handover;
import org.ringfence.reception.Judged;
import org.ringfence.reception.Reception;
import org.ringfence.reception.Room;

/** One connection: a request and its answer. */
final class Session {
  private static final Handover.Door DOOR = new Handover.Door("spamd", Handover.Ability.EACH);

  private final SpamdSettings settings;
  private final Desk desk;

  /**
   * What all sessions share.
   *
   * @param reception has messages judged
   * @param room what all messages may take together
   * @param clocks tell the time
   */
  record Desk(Reception reception, Room room, SpamdDoor.Clocks clocks, Meters meters) {}

  Session(SpamdSettings settings, Desk desk) {
    this.settings = settings;
    this.desk = desk;
  }

  /** Reads the request, and answers. */
  void run(InputStream in, OutputStream out, Watch watch) throws IOException {
    String asked = "-";
    try (RequestReader reader = new RequestReader(in, settings.messageBytes(), desk.room())) {
      Optional<Head> head = reader.head();
      if (head.isPresent()) {
        asked = head.get().command().name();
        byte[] answer = answer(head.get(), reader, watch);
        watch.begin();
        out.write(answer);
        desk.meters().answered(DOOR.name(), asked, 0);
      }
    } catch (Refusal refusal) {
      desk.meters().answered(DOOR.name(), asked, refusal.code());
      watch.begin();
      out.write(Marked.ascii(refusal.line()).toByteArray());
    }
    out.flush();
  }

  private byte[] answer(Head head, RequestReader reader, Watch watch) throws IOException {
    return switch (head.command()) {
      case PING -> Replies.pong();
      case SKIP -> new byte[0];
      case TELL ->
          throw Refusal.unavailable(
              "TELL commands are not enabled: Ringfence learns from no single mail.");
      case CHECK, SYMBOLS, REPORT, REPORT_IFSPAM, PROCESS, HEADERS ->
          judged(head, reader.body(head), watch);
    };
  }

  private byte[] judged(Head head, Octets message, Watch watch) throws IOException {
    watch.rest();
    Arrival arrival =
        new Arrival(
            head.client(), head.envelope(), message, Optional.of(desk.clocks().wall().instant()));
    Handover handover =
        new Handover(DOOR, head.queueId(), arrival, EditedMessage.header(message), true);
    Examined examined = desk.reception().examine(handover, () -> {});
    return switch (examined.judged()) {
      case Judged.Case one -> {
        Findings findings =
            new Findings(
                examined.id(), one.record(), settings.scale().score(one.record().verdict()));
        yield Replies.of(head, findings, body(head, message, one, findings));
      }
      case Judged.Not(String reason, String _) -> throw Refusal.temporary(reason);
    };
  }

  private static Octets body(Head head, Octets message, Judged.Case one, Findings findings) {
    return switch (head.command()) {
      case CHECK, PING, SKIP, TELL -> Octets.empty();
      case SYMBOLS -> Marked.ascii(findings.symbols() + (head.minor() < 3 ? "\r\n" : ""));
      case REPORT -> Marked.ascii(findings.report());
      case REPORT_IFSPAM -> findings.isSpam() ? Marked.ascii(findings.report()) : Octets.empty();
      case PROCESS -> Marked.message(message, one.ruled().getFirst().edits(), findings);
      case HEADERS ->
          Marked.header(Marked.message(message, one.ruled().getFirst().edits(), findings));
    };
  }
}
