package org.ringfence.door.http;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringfence.door.http.token.Scope;
import org.ringfence.effect.act.EditedMessage;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Octets;
import org.ringfence.reception.Handover;

/** Has a message judged for whoever asks. Nothing is done with it. */
final class ScanRoutes implements Routes {
  private static final Handover.Door DOOR = new Handover.Door("http", Handover.Ability.EACH);

  /** JSON is held three times while it is read; larger messages come raw. */
  private static final int MOST_JSON = 16 << 20;

  private static final int JSON_HEAD = 64 << 10;

  private final HttpParts parts;
  private final int messageBytes;

  /** The body, where it is JSON. */
  record Posted(
      @Nullable String message,
      @Nullable String mailFrom,
      @Nullable List<String> rcptTo,
      @Nullable String clientIp,
      @Nullable String helo) {
    private ScanEnvelope envelope() {
      return new ScanEnvelope(
          Optional.ofNullable(mailFrom).stream().toList(),
          rcptTo == null ? List.of() : rcptTo.stream().map(one -> one == null ? "" : one).toList(),
          Optional.ofNullable(clientIp).stream().toList(),
          Optional.ofNullable(helo).stream().toList());
    }
  }

  /**
   * @param messageBytes the longest message
   */
  ScanRoutes(HttpParts parts, int messageBytes) {
    this.parts = parts;
    this.messageBytes = messageBytes;
  }

  @Override
  public List<Route> all() {
    return List.of(Route.post("/api/v1/scan", new Access.Scoped(Scope.SCAN), this::scan));
  }

  private Reply scan(Request request) {
    return switch (request.bodyType()) {
      case "message/rfc822" -> judged(request.body(messageBytes), ScanEnvelope.of(request));
      case "application/json" -> {
        long longest = Math.min(MOST_JSON, messageBytes / 3L * 4 + JSON_HEAD);
        Posted posted = JsonBody.read(request.body((int) longest), Posted.class);
        yield judged(message(posted), posted.envelope());
      }
      default ->
          throw Problem.wrongType(
              "Send the message itself as message/rfc822, or in base 64 in a JSON object as"
                  + " application/json.");
    };
  }

  private Reply judged(Octets message, ScanEnvelope envelope) {
    if (message.length() == 0) {
      throw Problem.badRequest("The message is empty. Send it as the body.");
    }
    Arrival arrival =
        new Arrival(
            envelope.client(), envelope.envelope(), message, Optional.of(parts.clock().instant()));
    Handover handover = new Handover(DOOR, "", arrival, EditedMessage.header(message), true);
    try {
      return Reply.json(
          200,
          ScanAnswer.of(parts.reception().examine(handover, () -> {}), parts.house().titles()));
    } catch (IOException gone) {
      throw Problem.busy();
    }
  }

  private Octets message(Posted posted) {
    if (posted.message() == null) {
      throw Problem.badRequest("The member message is missing: the message in base 64.");
    }
    try {
      Octets message = Octets.of(Base64.getDecoder().decode(posted.message()));
      if (message.length() > messageBytes) {
        throw Problem.bodyTooLong(messageBytes);
      }
      return message;
    } catch (IllegalArgumentException wrong) {
      throw Problem.badRequest("The member message is not in base 64 (RFC 4648 §4).");
    }
  }
}
