package org.ringfence.connector.dns;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A DNS server on the loopback, over UDP and TCP, written from RFC 1035 §4 by hand so that the
 * resolver is not tested against its own library. Answers what it was told to; else NXDOMAIN.
 */
final class LoopbackDnsServer implements AutoCloseable {
  static final int SERVFAIL = 2;
  static final int NXDOMAIN = 3;
  static final int REFUSED = 5;

  private static final int RECURSION_AVAILABLE = 0x0080;
  private static final int TRUNCATED = 0x0200;

  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /**
   * What to answer.
   *
   * @param silences how many questions get no answer before
   * @param flags bits of the header, the response code among them
   */
  record Reply(int silences, int flags, List<Resource> answers) {
    Reply {
      answers = List.copyOf(answers);
    }

    static Reply records(Resource... answers) {
      return new Reply(0, RECURSION_AVAILABLE, List.of(answers));
    }

    static Reply code(int code) {
      return new Reply(0, RECURSION_AVAILABLE | code, List.of());
    }

    static Reply referral() {
      return new Reply(0, 0, List.of());
    }

    Reply after(int silentQuestions) {
      return new Reply(silentQuestions, flags, answers);
    }
  }

  /** A record of an answer; its data in wire format, a character for each octet. */
  record Resource(String owner, int type, String data) {
    Resource(String owner, int type, byte[] data) {
      this(owner, type, new String(data, StandardCharsets.ISO_8859_1));
    }

    static Resource txt(String owner, String... strings) {
      var data = new ByteArrayOutputStream();
      for (String string : strings) {
        byte[] octets = string.getBytes(StandardCharsets.ISO_8859_1);
        data.write(octets.length);
        data.writeBytes(octets);
      }
      return new Resource(owner, 16, data.toByteArray());
    }

    static Resource address(String owner, String literal) {
      byte[] octets = InetAddress.ofLiteral(literal).getAddress();
      return new Resource(owner, octets.length == 4 ? 1 : 28, octets);
    }

    static Resource mx(String owner, int preference, String host) {
      byte[] name = name(host);
      return new Resource(
          owner,
          15,
          ByteBuffer.allocate(2 + name.length).putShort((short) preference).put(name).array());
    }

    static Resource alias(String owner, String target) {
      return new Resource(owner, 5, name(target));
    }

    static Resource pointer(String owner, String target) {
      return new Resource(owner, 12, name(target));
    }

    byte[] wire() {
      byte[] name = name(owner);
      byte[] octets = data.getBytes(StandardCharsets.ISO_8859_1);
      return ByteBuffer.allocate(name.length + 10 + octets.length)
          .put(name)
          .putShort((short) type)
          .putShort((short) 1)
          .putInt(60)
          .putShort((short) octets.length)
          .put(octets)
          .array();
    }

    private static byte[] name(String name) {
      var wire = new ByteArrayOutputStream();
      for (String label : name.isEmpty() ? new String[0] : name.split("\\.", -1)) {
        byte[] octets = label.getBytes(StandardCharsets.ISO_8859_1);
        wire.write(octets.length);
        wire.writeBytes(octets);
      }
      wire.write(0);
      return wire.toByteArray();
    }
  }

  LoopbackDnsServer() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    tcp = new ServerSocket(0, 50, loopback);
    udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
    Thread.ofVirtual().start(this::serveUdp);
    Thread.ofVirtual().start(this::serveTcp);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
  }

  /** Gives {@code reply} to questions for {@code name}, whatever their type. */
  LoopbackDnsServer answers(String name, Reply reply) {
    replies.put(name, reply);
    return this;
  }

  /** The questions so far: "udp name" or "tcp name". */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void serveUdp() {
    var packet = new DatagramPacket(new byte[4_096], 4_096);
    try {
      while (true) {
        packet.setLength(4_096);
        udp.receive(packet);
        byte[] response = respond("udp", Arrays.copyOf(packet.getData(), packet.getLength()));
        if (response.length > 0) {
          udp.send(new DatagramPacket(response, response.length, packet.getSocketAddress()));
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serveTcp() {
    try {
      while (true) {
        try (Socket socket = tcp.accept()) {
          serve(socket);
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) throws IOException {
    var in = new DataInputStream(socket.getInputStream());
    var out = new DataOutputStream(socket.getOutputStream());
    byte[] response = respond("tcp", in.readNBytes(in.readUnsignedShort()));
    out.writeShort(response.length);
    out.write(response);
    out.flush();
  }

  private byte[] respond(String transport, byte[] query) {
    int end = questionEnd(query);
    String name = questionName(query);
    asked.add(transport + " " + name);
    Reply reply = replies.getOrDefault(name, Reply.code(NXDOMAIN));
    if (reply.silences() > 0) {
      replies.put(name, reply.after(reply.silences() - 1));
      return new byte[0];
    }
    byte[] whole = message(query, end, reply);
    // The payload size that the client announces stands in the class of its OPT record.
    int most = ByteBuffer.wrap(query).getShort(end + 3);
    return transport.equals("udp") && whole.length > most
        ? message(query, end, new Reply(0, reply.flags() | TRUNCATED, List.of()))
        : whole;
  }

  private static byte[] message(byte[] query, int questionEnd, Reply reply) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(
        ByteBuffer.allocate(12)
            .putShort(ByteBuffer.wrap(query).getShort(0))
            .putShort((short) (0x8100 | reply.flags()))
            .putShort((short) 1)
            .putShort((short) reply.answers().size())
            .array());
    out.write(query, 12, questionEnd - 12);
    reply.answers().forEach(answer -> out.writeBytes(answer.wire()));
    return out.toByteArray();
  }

  private static int questionEnd(byte[] query) {
    int at = 12;
    while (query[at] != 0) {
      at += 1 + query[at];
    }
    return at + 5;
  }

  private static String questionName(byte[] query) {
    var name = new StringBuilder();
    for (int at = 12; query[at] != 0; at += 1 + query[at]) {
      String label = new String(query, at + 1, query[at], StandardCharsets.ISO_8859_1);
      name.append(name.isEmpty() ? "" : ".").append(label);
    }
    return name.toString();
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }
}
