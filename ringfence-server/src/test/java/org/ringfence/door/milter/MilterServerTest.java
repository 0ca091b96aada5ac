package org.ringfence.door.milter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.door.milter.FakeMta.Reply;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.FailMode;
import org.ringfence.mail.Arrival;
import org.ringfence.reception.FakeJudge;
import org.ringfence.reception.Reception;

@Timeout(60)
final class MilterServerTest {
  private static final byte[] MAIL =
      octets(
          """
          Subject:  two spaces
          X-Folded:\tone
          \t two
          X-Ringfence-Verdict: clear
          from:no space
          Authentication-Results: mx.example.org; dkim=pass
          x-ringfence-verdict: clear
          X-Empty:

          First line

          .last line
          """);

  private final FakeJudge judge = new FakeJudge();
  private final Reception reception =
      judge.reception(CallbackChoice.QUARANTINE, FailMode.ACCEPT_AND_MARK, Duration.ofSeconds(10));

  @TempDir Path folder;

  private static byte[] octets(String lines) {
    return lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  @AfterEach
  void close() {
    reception.close();
  }

  private static MilterSettings settings(int connections, int messageBytes, int roomBytes) {
    return new MilterSettings(
        connections,
        1 << 20,
        messageBytes,
        roomBytes,
        Duration.ofSeconds(2),
        Duration.ofMillis(500),
        Duration.ofSeconds(5));
  }

  private MilterServer server(MilterAddress address, MilterSettings settings) {
    return new MilterServer(
        address, settings, reception, new MilterServer.Clocks(FakeJudge.clock(), System::nanoTime));
  }

  private MilterServer server(MilterSettings settings) {
    return server(new MilterAddress.Tcp("127.0.0.1", 0), settings);
  }

  private MilterServer server() {
    return server(settings(10, 1 << 20, 1 << 20));
  }

  private static SocketAddress started(MilterServer server) throws IOException {
    String[] name = server.start().split(":", -1);
    return new InetSocketAddress(InetAddress.ofLiteral(name[1]), Integer.parseInt(name[2]));
  }

  private Arrival judged() throws InterruptedException {
    Arrival arrival = judge.arrivals.poll(20, TimeUnit.SECONDS);
    assertThat(arrival).isNotNull();
    return arrival;
  }

  private static Reply inserted(String name, String value) {
    return new Reply('i', "\0\0\0\0" + name + "\0" + value + "\0");
  }

  private static Reply deleted(String name, int occurrence) {
    return new Reply('m', "\0\0\0" + (char) occurrence + name + "\0\0");
  }

  @Test
  void message_arrivesOctetForOctetWithItsEnvelope() throws Exception {
    try (MilterServer server = server();
        FakeMta mta = FakeMta.agreed(started(server))) {
      mta.client("2001:db8::7", "relay.example");
      mta.deliver(MAIL, "", "a@example.org", "b@example.org");
    }
    Arrival arrival = judged();
    assertThat(arrival.octets().toByteArray()).isEqualTo(MAIL);
    assertThat(arrival.envelope().rfc5321MailFrom()).contains("");
    assertThat(arrival.envelope().rcptTo()).containsExactly("a@example.org", "b@example.org");
    assertThat(arrival.receivedAt()).contains(FakeJudge.NOW);
    assertThat(arrival.client())
        .hasValueSatisfying(
            client -> {
              assertThat(client.address()).isEqualTo(InetAddress.ofLiteral("2001:db8::7"));
              assertThat(client.helo()).isEqualTo("relay.example");
            });
  }

  @Test
  void answer_removesForgeriesFromTheBottomUpAndInsertsOnTop() throws Exception {
    try (MilterServer server = server();
        FakeMta mta = FakeMta.agreed(started(server))) {
      assertThat(mta.deliver(MAIL, "x@example.com", "a@example.org"))
          .containsExactly(
              deleted("x-ringfence-verdict", 2),
              deleted("Authentication-Results", 1),
              deleted("X-Ringfence-Verdict", 1),
              inserted("X-Ringfence-Case", " 01M7W78FEG0000000000000000"),
              inserted("X-Ringfence-Score", " 0.0100"),
              inserted("X-Ringfence-Verdict", " clear"),
              new Reply('c', ""));
    }
  }

  @Test
  void callbackPhishing_isTakenAndGoesToNobody() throws Exception {
    try (MilterServer server = server();
        FakeMta mta = FakeMta.agreed(started(server))) {
      byte[] message = octets("A: b\n\nscam\n");
      List<Reply> replies = mta.deliver(message, "x@example.com", "a@example.org");
      assertThat(replies).containsExactly(new Reply('d', ""));
      assertThat(judge.custody.kept).hasSize(1);
    }
  }

  /** Discarding it, once it is kept for those who are known, would lose it for the others. */
  @Test
  void mailForMoreThanAreKnown_isLeftToTheMailServersOwnQueue() throws Exception {
    String[] recipients =
        IntStream.rangeClosed(0, 10_000)
            .mapToObj(i -> "r" + i + "@example.org")
            .toArray(String[]::new);
    try (MilterServer server = server(settings(10, 1 << 20, 1 << 20));
        FakeMta mta = FakeMta.agreed(started(server))) {
      assertThat(mta.deliver(octets("Subject: scam\n\n"), "a@b.example", recipients))
          .extracting(Reply::code)
          .contains('q')
          .endsWith('c');
      assertThat(judge.custody.kept).isEmpty();
    }
  }

  /** Attack: so many fields take fifty times their size in memory. */
  @Test
  void headerSectionOfTooManyFieldsOrOctets_isRefused() throws Exception {
    try (MilterServer server = server(settings(10, 8 << 20, 32 << 20));
        FakeMta mta = FakeMta.agreed(started(server))) {
      for (String header :
          List.of("a:\n".repeat(10_001), ("a:" + "b".repeat(1_000) + "\n").repeat(1_100))) {
        assertThat(mta.deliver(octets(header + "\nText.\n"), "a@b.example", "ben@example.org"))
            .containsExactly(new Reply('y', "554 5.6.0 The header section is too long\0"));
      }
      assertThat(judge.arrivals).isEmpty();
    }
  }

  /** Version 2 knows no step but its own, takes the space away, and waits for each reply. */
  @Test
  void oldestVersion_isSpokenToo() throws Exception {
    try (MilterServer server = server();
        FakeMta mta = FakeMta.connect(started(server))) {
      assertThat(mta.negotiate(2, 0x3F, 0x7F)).isEqualTo(0x40);
      mta.client("192.0.2.7", "relay.example");
      assertThat(mta.deliver(octets("A: b\n c\n\nx\n"), "x@example.com", "a@example.org"))
          .contains(inserted("X-Ringfence-Verdict", "clear"));
    }
    assertThat(judged().octets().toByteArray()).isEqualTo(octets("A: b\n c\n\nx\n"));
  }

  @Test
  void tooLittleOffered_isRefused() throws Exception {
    try (MilterServer server = server();
        FakeMta mta = FakeMta.connect(started(server))) {
      assertThatThrownBy(() -> mta.negotiate(6, 0x01, FakeMta.STEPS))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void manyMessagesAndClients_goThroughOneConnection() throws Exception {
    try (MilterServer server = server();
        FakeMta mta = FakeMta.agreed(started(server))) {
      mta.client("192.0.2.7", "one.example");
      mta.deliver(octets("A: 1\n\n"), "x@example.com", "a@example.org");
      mta.send('M', 0x4000, octets("<gone@example.com>\0"));
      mta.command('A');
      mta.deliver(octets("A: 2\n\n"), "x@example.com", "a@example.org");
      mta.command('K');
      mta.client("192.0.2.8", "two.example");
      mta.deliver(octets("A: 3\n\n"), "x@example.com", "a@example.org");
      mta.command('Q');
      assertThat(mta.isEnded()).isTrue();
    }
    assertThat(judge.arrivals)
        .extracting(one -> one.client().orElseThrow().helo() + one.octets().length())
        .containsExactly("one.example8", "one.example8", "two.example8");
  }

  /** One octet more than is read, so that the parser sees that there was more. */
  @Test
  void messageBeyondTheBound_isCutAndTheRestDeclined() throws Exception {
    byte[] body = octets("A: b\n\n" + "x".repeat(300_000));
    try (MilterServer server = server(settings(10, 100_000, 10 << 20));
        FakeMta mta = FakeMta.agreed(started(server))) {
      assertThat(mta.deliver(body, "x@example.com", "a@example.org"))
          .contains(inserted("X-Ringfence-Verdict", " clear"));
    }
    assertThat(judged().octets().length()).isEqualTo(100_001);
  }

  /** Huge mails must not keep the small lure that follows them from being judged. */
  @Test
  void largeMessageWithoutRoom_isNotJudgedAndSmallOnesAre() throws Exception {
    byte[] large = octets("A: b\n\n" + "x".repeat(200_000));
    try (MilterServer server = server()) {
      SocketAddress address = started(server);
      try (FakeMta hog = FakeMta.agreed(address);
          FakeMta honest = FakeMta.agreed(address)) {
        takeTheOnePlace(hog);
        hog.command('B', octets("x".repeat(100_000)));
        assertThat(hog.read().code()).isEqualTo('c');
        assertThat(honest.deliver(large, "x@example.com", "a@example.org"))
            .contains(inserted("X-Ringfence-Verdict", " not-judged"));
        assertThat(honest.deliver(MAIL, "x@example.com", "a@example.org"))
            .contains(inserted("X-Ringfence-Verdict", " clear"));
      }
    }
  }

  @Test
  void largeMessageThatWaitsForRoom_isJudgedWhenAnotherEnds() throws Exception {
    byte[] large = octets("A: b\n\n" + "x".repeat(200_000));
    try (MilterServer server = server()) {
      SocketAddress address = started(server);
      try (FakeMta first = FakeMta.agreed(address);
          FakeMta second = FakeMta.agreed(address)) {
        takeTheOnePlace(first);
        CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(() -> abort(first));
        assertThat(second.deliver(large, "x@example.com", "a@example.org"))
            .contains(inserted("X-Ringfence-Verdict", " clear"));
      }
    }
  }

  private static void takeTheOnePlace(FakeMta mta) throws IOException {
    mta.send('M', 0x4000, octets("<x@example.com>\0"));
    mta.command('B', octets("x".repeat(200_000)));
    assertThat(mta.read().code()).isEqualTo('c');
  }

  private static void abort(FakeMta mta) {
    try {
      mta.command('A');
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void slowJudgement_keepsTheMailServerPatient() throws Exception {
    try (MilterServer server = server();
        FakeMta mta = FakeMta.agreed(started(server))) {
      mta.send('M', 0x4000, octets("<x@example.com>\0"));
      mta.send('R', 0x8000, octets("<a@example.org>\0"));
      mta.send('L', 0x80, octets("A\0 slow\0"));
      mta.command('E');
      assertThat(mta.read().code()).isEqualTo('p');
      assertThat(mta.answer()).contains(inserted("X-Ringfence-Verdict", " clear"));
    }
  }

  @Test
  void peerThatTakesItsTime_isLeftAlone() throws Exception {
    try (MilterServer server = server();
        FakeMta slow = FakeMta.agreed(started(server))) {
      slow.raw((byte) 0, (byte) 0, (byte) 1, (byte) 0, (byte) 'M');
      assertThat(slow.isEnded()).isTrue();
    }
  }

  @Test
  void wrongOrderOrLength_endsTheConnectionAlone() throws Exception {
    try (MilterServer server = server()) {
      SocketAddress address = started(server);
      try (FakeMta early = FakeMta.connect(address);
          FakeMta orphan = FakeMta.agreed(address);
          FakeMta huge = FakeMta.agreed(address);
          FakeMta honest = FakeMta.agreed(address)) {
        early.command('M', octets("<x@example.com>\0"));
        orphan.command('B', octets("body"));
        huge.raw((byte) 0x7F, (byte) -1, (byte) -1, (byte) -1, (byte) 'B');
        assertThat(early.isEnded()).isTrue();
        assertThat(orphan.isEnded()).isTrue();
        assertThat(huge.isEnded()).isTrue();
        assertThat(honest.deliver(MAIL, "x@example.com", "a@example.org")).isNotEmpty();
      }
    }
  }

  @Test
  void connectionBeyondTheBound_isServedWhenAnotherEnds() throws Exception {
    try (MilterServer server = server(settings(1, 1 << 20, 10 << 20))) {
      SocketAddress address = started(server);
      try (FakeMta first = FakeMta.agreed(address);
          FakeMta second = FakeMta.connect(address)) {
        CompletableFuture<Integer> waiting =
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return second.negotiate(6, FakeMta.ACTIONS, FakeMta.STEPS);
                  } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                  }
                });
        first.deliver(MAIL, "x@example.com", "a@example.org");
        assertThat(waiting).isNotDone();
        first.command('Q');
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isPositive();
      }
    }
  }

  @Test
  void closedDoor_finishesTheMessageUnderWayAndTakesNoOther() throws Exception {
    MilterServer server = server();
    SocketAddress address = started(server);
    try (FakeMta busy = FakeMta.agreed(address);
        FakeMta idle = FakeMta.agreed(address)) {
      CompletableFuture<List<Reply>> answer =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return busy.deliver(octets("A: slow\n\n"), "x@example.com", "a@example.org");
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              });
      judged();
      server.close();
      assertThat(answer.get(20, TimeUnit.SECONDS))
          .contains(inserted("X-Ringfence-Verdict", " clear"));
      assertThat(busy.isEnded()).isTrue();
      assertThat(idle.isEnded()).isTrue();
      assertThatThrownBy(() -> FakeMta.connect(address)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void socketInTheFileSystem_isServedAndLeavesNothing() throws Exception {
    Path path = folder.resolve("milter.sock");
    MilterAddress address = MilterAddress.of("unix:" + path);
    Files.createFile(folder.resolve("file"));
    try (MilterServer server = server(address, settings(10, 1 << 20, 10 << 20))) {
      assertThat(server.start()).isEqualTo("unix:" + path);
      try (FakeMta mta = FakeMta.agreed(UnixDomainSocketAddress.of(path))) {
        assertThat(mta.deliver(MAIL, "x@example.com", "a@example.org")).isNotEmpty();
      }
      MilterServer second = server(address, settings(10, 1 << 20, 10 << 20));
      assertThatThrownBy(second::start).hasMessageContaining("cannot be made");
      second.close();
      assertThat(path).exists();
      MilterServer onFile =
          server(
              MilterAddress.of("unix:" + folder.resolve("file")), settings(10, 1 << 20, 10 << 20));
      assertThatThrownBy(onFile::start).hasMessageContaining("cannot be made");
    }
    assertThat(path).doesNotExist();
    assertThat(folder.resolve("file")).exists();
  }

  @Test
  void addressInUse_isSaid() throws Exception {
    try (MilterServer first = server()) {
      int port = ((InetSocketAddress) started(first)).getPort();
      MilterServer second =
          server(new MilterAddress.Tcp("127.0.0.1", port), settings(1, 1_000, 1_000));
      assertThatThrownBy(second::start).hasMessageContaining("cannot be listened on");
      MilterServer unknown =
          server(new MilterAddress.Tcp("no-such-host.invalid", 0), settings(1, 1_000, 1_000));
      assertThatThrownBy(unknown::start).hasMessageContaining("cannot be listened on");
    }
  }
}
