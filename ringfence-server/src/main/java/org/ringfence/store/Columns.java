package org.ringfence.store;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.Standing;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.Octets;
import org.ringfence.mail.SmtpClient;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The nouns of custody as columns: JSON objects of their components. What an earlier version wrote
 * must stay readable, so components may be added to those records and never renamed.
 */
final class Columns {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(new OctetsWriter())
                  .addDeserializer(Octets.class, new OctetsReader())
                  .addSerializer(new AddressWriter())
                  .addDeserializer(InetAddress.class, new AddressReader()))
          .build();

  private Columns() {}

  /** An arrival without its octets. */
  private record ArrivalColumn(
      Optional<SmtpClient> client, Envelope envelope, Optional<Instant> receivedAt) {}

  static byte[] entry(CaseEntry entry) {
    return octets(entry);
  }

  static CaseEntry entry(byte[] column) {
    return value(column, CaseEntry.class);
  }

  static byte[] edits(MessageEdits edits) {
    return octets(edits);
  }

  static MessageEdits edits(byte[] column) {
    return value(column, MessageEdits.class);
  }

  static byte[] arrival(Arrival arrival) {
    return octets(new ArrivalColumn(arrival.client(), arrival.envelope(), arrival.receivedAt()));
  }

  static Arrival arrival(byte[] column, Octets octets) {
    ArrivalColumn arrival = value(column, ArrivalColumn.class);
    return new Arrival(arrival.client(), arrival.envelope(), octets, arrival.receivedAt());
  }

  static String standing(Standing standing) {
    return JSON.writeValueAsString(standing);
  }

  /**
   * @throws IllegalArgumentException where there is no standing of that key
   */
  static Standing standing(String key, String column) {
    return JSON.readValue(column, type(key));
  }

  private static Class<? extends Standing> type(String key) {
    return switch (key) {
      case "quarantined" -> Standing.Quarantined.class;
      case "held" -> Standing.Held.class;
      case "waiting" -> Standing.Waiting.class;
      case "sending" -> Standing.Sending.class;
      case "sent" -> Standing.Sent.class;
      case "refused" -> Standing.Refused.class;
      case "deleted" -> Standing.Deleted.class;
      default -> throw new IllegalArgumentException("There is no standing " + key + ".");
    };
  }

  /** By way of a string: writing octets at once would refuse half a surrogate pair. */
  private static byte[] octets(Object value) {
    return JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T value(byte[] column, Class<T> type) {
    return JSON.readValue(new String(column, StandardCharsets.UTF_8), type);
  }

  private static final class OctetsWriter extends StdSerializer<Octets> {
    OctetsWriter() {
      super(Octets.class);
    }

    @Override
    public void serialize(Octets value, JsonGenerator json, SerializationContext context) {
      json.writeString(Base64.getEncoder().encodeToString(value.toByteArray()));
    }
  }

  private static final class OctetsReader extends StdDeserializer<Octets> {
    OctetsReader() {
      super(Octets.class);
    }

    @Override
    public Octets deserialize(JsonParser json, DeserializationContext context) {
      return Octets.of(Base64.getDecoder().decode(json.getString()));
    }
  }

  /** Never by name: reading a host's name back would ask the DNS. */
  private static final class AddressWriter extends StdSerializer<InetAddress> {
    AddressWriter() {
      super(InetAddress.class);
    }

    @Override
    public void serialize(InetAddress value, JsonGenerator json, SerializationContext context) {
      json.writeString(value.getHostAddress());
    }
  }

  private static final class AddressReader extends StdDeserializer<InetAddress> {
    AddressReader() {
      super(InetAddress.class);
    }

    @Override
    public InetAddress deserialize(JsonParser json, DeserializationContext context) {
      return InetAddress.ofLiteral(json.getString());
    }
  }
}
