package org.ringfence.door.milter;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.ringfence.mail.Octets;

/** Writes replies as packets. */
final class ReplyWriter {
  private ReplyWriter() {}

  static Packet write(MilterReply reply) {
    return switch (reply) {
      case MilterReply.Negotiated(int version, int actions, int steps) ->
          packet('O', integers(version, actions, steps));
      case MilterReply.Continue() -> packet('c', new byte[0]);
      case MilterReply.Skip() -> packet('s', new byte[0]);
      case MilterReply.Progress() -> packet('p', new byte[0]);
      case MilterReply.InsertHeader(String name, String value) ->
          packet('i', integers(0), text(name), text(value));
      case MilterReply.DeleteHeader(String name, int occurrence) ->
          packet('m', integers(occurrence), text(name), text(""));
      case MilterReply.ChangeHeader(String name, int occurrence, String value) ->
          packet('m', integers(occurrence), text(name), text(value));
      case MilterReply.ReplaceBody(Octets piece) -> packet('b', piece.toByteArray());
      case MilterReply.DeleteRecipient(String recipient) -> packet('-', text(recipient));
      case MilterReply.Discard() -> packet('d');
      case MilterReply.Quarantine(String reason) -> packet('q', text(reason));
      case MilterReply.ReplyCode(String line) -> packet('y', text(line));
    };
  }

  private static byte[] integers(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  /** Names go back as they came, octet for octet; a NUL would end the string early. */
  private static byte[] text(String text) {
    return (text.replace('\0', '?') + '\0').getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Packet packet(char code, byte[]... pieces) {
    var data = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      data.writeBytes(piece);
    }
    return new Packet(code, Octets.of(data.toByteArray()));
  }
}
