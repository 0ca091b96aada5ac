package org.ringfence.door.milter;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The other end of the milter protocol, written from the protocol's text and not from our reader.
 */
public final class FakeMta implements AutoCloseable {
  /** All that Postfix 3.7 offers: every action, and every step of version 6. */
  public static final int ACTIONS = 0x1FF;

  /** The steps of version 6. */
  public static final int STEPS = 0x1FFFFF;

  private static final int CHUNK = 65_535;
  private final SocketChannel channel;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private int steps;

  /**
   * One packet of the filter.
   *
   * @param code the reply, such as 'c'
   * @param data what belongs to it, as ISO 8859-1
   */
  public record Reply(char code, String data) {}

  private FakeMta(SocketChannel channel) {
    this.channel = channel;
    this.in = new DataInputStream(Channels.newInputStream(channel));
    this.out = new DataOutputStream(Channels.newOutputStream(channel));
  }

  /** Connects, and says nothing yet. */
  public static FakeMta connect(SocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    if (address instanceof InetSocketAddress) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }
    return new FakeMta(channel);
  }

  /** Connects, and agrees on all that version 6 has. */
  public static FakeMta agreed(SocketAddress address) throws IOException {
    FakeMta mta = connect(address);
    mta.negotiate(6, ACTIONS, STEPS);
    return mta;
  }

  /** Offers options, and returns what the filter takes. */
  public int negotiate(int version, int actions, int offered) throws IOException {
    command('O', integers(version, actions, offered));
    Reply reply = read();
    if (reply.code() != 'O') {
      throw new IOException("The filter answered " + reply);
    }
    steps = ByteBuffer.wrap(reply.data().getBytes(StandardCharsets.ISO_8859_1)).getInt(8);
    return steps;
  }

  /** Speaks of an SMTP client. */
  public void client(String ip, String helo) throws IOException {
    char family = ip.indexOf(':') < 0 ? '4' : '6';
    send(
        'C',
        0x1000,
        octets("client.example\0" + family),
        new byte[] {1, 2},
        octets((family == '6' ? "IPv6:" : "") + ip + "\0"));
    send('H', 0x2000, octets(helo + "\0"));
  }

  /** Hands over a whole message, and returns what the filter says to it in the end. */
  public List<Reply> deliver(byte[] message, String from, String... recipients) throws IOException {
    command('D', octets("Mi\0004Xk7Qm\0"));
    send('M', 0x4000, octets("<" + from + ">\0SIZE=1\0"));
    for (String recipient : recipients) {
      send('R', 0x8000, octets("<" + recipient + ">\0"));
    }
    int body = header(message);
    boolean more = true;
    for (int at = body; more && at < message.length; at += CHUNK) {
      command('B', Arrays.copyOfRange(message, at, Math.min(message.length, at + CHUNK)));
      more = read().code() == 'c';
    }
    command('E');
    return answer();
  }

  /** Sends the header section field by field, and returns where the body begins. */
  private int header(byte[] message) throws IOException {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String[] fields = text.substring(0, end).split("\r\n(?![ \t])", -1);
    for (String field : fields) {
      int colon = field.indexOf(':');
      String value = field.substring(colon + 1).replace("\r\n", "\n");
      boolean keeps = (steps & 0x100000) != 0;
      send(
          'L',
          0x80,
          octets(field.substring(0, colon) + "\0"),
          octets((keeps ? value : value.stripLeading()) + "\0"));
    }
    if ((steps & 0x40) == 0) {
      send('N', 0x40000);
    }
    return end + 4;
  }

  /** The replies to the end of a message, progress left out. */
  public List<Reply> answer() throws IOException {
    List<Reply> replies = new ArrayList<>();
    while (replies.isEmpty() || "cardyt".indexOf(replies.getLast().code()) < 0) {
      Reply reply = read();
      if (reply.code() != 'p') {
        replies.add(reply);
      }
    }
    return replies;
  }

  /** Sends a command, and waits for its reply unless it was agreed that there is none. */
  public void send(char code, int noReply, byte[]... data) throws IOException {
    command(code, data);
    if ((steps & noReply) == 0 && read().code() != 'c') {
      throw new IOException("The filter did not let " + code + " pass.");
    }
  }

  /** Sends a command. */
  public void command(char code, byte[]... data) throws IOException {
    var packet = new ByteArrayOutputStream();
    for (byte[] piece : data) {
      packet.writeBytes(piece);
    }
    var whole = new DataOutputStream(waiting);
    whole.writeInt(packet.size() + 1);
    whole.writeByte(code);
    packet.writeTo(whole);
    if (code != 'L' || (steps & 0x80) == 0) {
      flush();
    }
  }

  private void flush() throws IOException {
    waiting.writeTo(out);
    waiting.reset();
    out.flush();
  }

  /** Sends octets that may be no packet. */
  public void raw(byte... octets) throws IOException {
    out.write(octets);
    out.flush();
  }

  /** The filter's next packet. */
  public Reply read() throws IOException {
    int length = in.readInt();
    char code = (char) in.readUnsignedByte();
    return new Reply(code, new String(in.readNBytes(length - 1), StandardCharsets.ISO_8859_1));
  }

  /** Whether the filter has ended the connection. Waits for it to do something. */
  public boolean isEnded() {
    try {
      return in.read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private static byte[] integers(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
