package org.ringfence.door.milter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.FailMode;
import org.ringfence.mail.Octets;
import org.ringfence.reception.FakeJudge;
import org.ringfence.reception.Reception;
import org.ringfence.reception.Room;

final class CommandReaderTest {
  private static final Watch ENDLESS =
      new Watch(Duration.ofHours(1), Duration.ofHours(1), System::nanoTime);

  private static MilterCommand read(char code, String data) {
    return CommandReader.read(new Packet(code, octets(data)));
  }

  private static Octets octets(String text) {
    return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Example
  void eachCommand_isReadAsTheProtocolWritesIt() {
    assertThat(read('O', "\0\0\0\6\0\0\1\u00FF\0\u001F\u00FF\u00FF"))
        .isEqualTo(new MilterCommand.Negotiate(6, 0x1FF, 0x1FFFFF));
    assertThat(read('D', "Mi\0004Xk7\0{auth_authen}\0\0"))
        .isEqualTo(new MilterCommand.Macros(Map.of("i", "4Xk7", "auth_authen", "")));
    assertThat(read('C', "host\0004\1\002192.0.2.1\0"))
        .isEqualTo(new MilterCommand.Connect(Optional.of(InetAddress.ofLiteral("192.0.2.1"))));
    assertThat(read('C', "host\0006\1\2IPv6:2001:db8::1\0"))
        .isEqualTo(new MilterCommand.Connect(Optional.of(InetAddress.ofLiteral("2001:db8::1"))));
    assertThat(read('C', "host\0U")).isEqualTo(new MilterCommand.Connect(Optional.empty()));
    assertThat(read('C', "host\0L\0\0/run/socket\0"))
        .isEqualTo(new MilterCommand.Connect(Optional.empty()));
    assertThat(read('M', "<a@example.com>\0SIZE=9\0"))
        .isEqualTo(new MilterCommand.MailFrom(List.of("<a@example.com>", "SIZE=9")));
    assertThat(read('L', "A\0 \tb\n c\0"))
        .isEqualTo(new MilterCommand.Header(octets("A"), octets(" \tb\n c")));
  }

  @Example
  void commandThatCannotBeRead_isSaidToBeSo() {
    for (var packet :
        List.of(
            read('O', "\0\0\0\6"),
            read('C', ""),
            read('M', ""),
            read('R', ""),
            read('L', "\0x\0"),
            read('?', ""))) {
      assertThat(packet).isInstanceOf(MilterCommand.Malformed.class);
    }
  }

  @Property
  void anyPacket_isReadWithoutAFault(@ForAll char code, @ForAll byte[] data) {
    assertThat(CommandReader.read(new Packet((char) (code & 0xFF), Octets.of(data)))).isNotNull();
  }

  @Property
  void packets_areTheSameAfterTheWire(@ForAll("packets") List<Packet> packets) throws IOException {
    var wire = new ByteArrayOutputStream();
    var writer = stream(new byte[0], wire);
    for (Packet packet : packets) {
      writer.write(packet);
    }
    writer.flush();
    var reader = stream(wire.toByteArray(), OutputStream.nullOutputStream());
    List<Packet> read = new ArrayList<>();
    for (var next = reader.read(); next.isPresent(); next = reader.read()) {
      read.add(next.get());
    }
    assertThat(read).isEqualTo(packets);
  }

  /** A session over octets that end always ends, and with nothing worse than an IOException. */
  @Property(tries = 2_000)
  void anyStream_endsTheSession(@ForAll("dialogues") byte[] octets) {
    try (Reception reception =
        new FakeJudge()
            .reception(CallbackChoice.MARK, FailMode.ACCEPT_AND_MARK, Duration.ofSeconds(10))) {
      var desk =
          new Desk(
              reception,
              1_000,
              new Room(10_000, 1_000, Duration.ofMillis(1)),
              FakeJudge.clock(),
              () -> false);
      new Session(stream(octets, OutputStream.nullOutputStream()), desk).run();
    } catch (IOException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }

  private static PacketStream stream(byte[] in, OutputStream out) {
    return new PacketStream(new ByteArrayInputStream(in), out, 1 << 16, ENDLESS);
  }

  @Provide
  Arbitrary<List<Packet>> packets() {
    return packet().list().ofMaxSize(20);
  }

  private static Arbitrary<Packet> packet() {
    Arbitrary<Character> codes = Arbitraries.of('D', 'C', 'H', 'M', 'R', 'L', 'B', 'E', 'A', 'K');
    return codes.flatMap(
        code ->
            Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(300)
                .map(data -> new Packet(code, Octets.of(data))));
  }

  /** An honest beginning, then packets in any order, then a tail that is no packet. */
  @Provide
  Arbitrary<byte[]> dialogues() {
    Arbitrary<byte[]> tails = Arbitraries.bytes().array(byte[].class).ofMaxSize(12);
    return packets().flatMap(packets -> tails.map(tail -> dialogue(packets, tail)));
  }

  private static byte[] dialogue(List<Packet> packets, byte[] tail) {
    var wire = new ByteArrayOutputStream();
    var writer = stream(new byte[0], wire);
    try {
      writer.write(new Packet('O', octets("\0\0\0\6\0\0\1\u00FF\0\u001F\u00FF\u00FF")));
      writer.write(new Packet('M', octets("<a@example.com>\0")));
      for (Packet packet : packets) {
        writer.write(packet);
      }
      writer.flush();
    } catch (IOException never) {
      throw new AssertionError(never);
    }
    wire.writeBytes(tail);
    return wire.toByteArray();
  }
}
