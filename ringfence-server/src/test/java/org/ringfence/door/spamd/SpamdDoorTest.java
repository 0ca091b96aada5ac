package org.ringfence.door.spamd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.FailMode;
import org.ringfence.mail.Arrival;
import org.ringfence.reception.FakeJudge;
import org.ringfence.reception.Reception;

/** The spamd door, asked by Debian's spamc, and by peers that mean no good. */
final class SpamdDoorTest {
  private static final String SCAM = "Subject: 389.90 USD\r\n\r\nscam\r\n";
  private static final String HONEST = "Subject: lunch\r\n\r\nhello\r\n";
  private static final int BOUND = 1 << 20;
  private static final SpamdSettings SETTINGS =
      new SpamdSettings(
          32,
          BOUND,
          8 << 20,
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          List.of(),
          new Scale(0.5, 0.72));

  @TempDir private Path folder;

  private final FakeJudge judge = new FakeJudge();
  private Reception reception;
  private SpamdDoor door;
  private int port;

  @BeforeEach
  void open() throws IOException {
    reception =
        judge.reception(CallbackChoice.QUARANTINE, FailMode.TEMP_FAIL, Duration.ofSeconds(1));
    door = door(new SpamdAddress.Tcp("127.0.0.1", 0));
    String address = door.start();
    port = Integer.parseInt(address.substring(address.lastIndexOf(' ') + 1));
  }

  @AfterEach
  void close() {
    door.close();
    reception.close();
  }

  private SpamdDoor door(SpamdAddress address) {
    return new SpamdDoor(
        address, SETTINGS, reception, new SpamdDoor.Clocks(FakeJudge.clock(), System::nanoTime));
  }

  /** What spamc printed, and how it ended. */
  private record Printed(String out, int code) {}

  private Printed spamc(String mail, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("spamc", "-d", "127.0.0.1", "-p", "" + port));
    command.addAll(List.of(options));
    return run(command, mail);
  }

  private static Printed run(List<String> command, String mail) throws Exception {
    Process spamc = new ProcessBuilder(command).start();
    spamc.getOutputStream().write(mail.getBytes(StandardCharsets.ISO_8859_1));
    spamc.getOutputStream().close();
    String out = new String(spamc.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    return new Printed(out, spamc.waitFor());
  }

  private byte[] raw(byte[] octets, boolean ends) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      try {
        socket.getOutputStream().write(octets);
        if (ends) {
          socket.shutdownOutput();
        }
        return socket.getInputStream().readAllBytes();
      } catch (SocketException closed) {
        return new byte[0];
      }
    }
  }

  private String raw(String text) throws IOException {
    return text(raw(text.getBytes(StandardCharsets.ISO_8859_1), true));
  }

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  @Test
  void spamcReport_showsScoreAndReasons() throws Exception {
    Printed scam = spamc(SCAM, "-R");
    assertThat(scam.out())
        .startsWith("9.8/5.0\nRingfence: callback-phishing, score 9.8 of 5.0, case ");
    assertThat(scam.out()).contains(" +0.00  nothing");
    assertThat(spamc(HONEST, "-R").out()).startsWith("0.0/5.0\nRingfence: clear");
    assertThat(spamc(SCAM, "-r").out()).startsWith("9.8/5.0\nRingfence: callback-phishing");
    assertThat(spamc(HONEST, "-r").out()).isEmpty();
  }

  @Test
  void spamcCheck_exitsByTheVerdict() throws Exception {
    assertThat(spamc(SCAM, "-c")).isEqualTo(new Printed("9.8/5.0\n", 1));
    assertThat(spamc(HONEST, "-c")).isEqualTo(new Printed("0.0/5.0\n", 0));
  }

  @Test
  void spamcSymbols_areHallmarks() throws Exception {
    assertThat(spamc(SCAM, "-y").out().strip()).isEmpty();
    assertThat(spamc(SCAM, "-K").code()).isZero();
  }

  @Test
  void spamcFilter_givesTheMessageBackWithMarks() throws Exception {
    String forged = "X-Spam-Flag: NO\r\nX-Ringfence-Verdict: clear\r\n" + SCAM;
    String out = spamc(forged).out();
    assertThat(out)
        .contains("X-Spam-Flag: YES\r\n")
        .contains("X-Spam-Status: Yes, score=9.8 required=5.0 tests=none\r\n")
        .contains("X-Ringfence-Verdict: callback-phishing\r\n")
        .endsWith(SCAM)
        .doesNotContain("X-Spam-Flag: NO")
        .doesNotContain("X-Ringfence-Verdict: clear");
    assertThat(spamc(HONEST).out()).contains("X-Spam-Status: No, score=0.0").endsWith(HONEST);
    assertThat(spamc(SCAM, "--headers").out()).contains("X-Spam-Flag: YES").endsWith("scam\r\n");
  }

  /** The client decides: it lets the mail pass as it is, or ends with the code. */
  @Test
  void mailThatIsNotJudged_isATemporaryFailure() throws Exception {
    assertThat(spamc("Subject: x\r\n\r\nslow\r\n").out()).isEqualTo("Subject: x\r\n\r\nslow\r\n");
    assertThat(spamc("Subject: x\r\n\r\nfault\r\n", "-x").code()).isNotZero();
    assertThat(raw("CHECK SPAMC/1.5\r\n\r\nfault"))
        .isEqualTo("SPAMD/1.0 75 Temporary failure: Ringfence failed on this message.\r\n\r\n");
  }

  @Test
  void learning_isRefusedProperly() throws Exception {
    assertThat(spamc(SCAM, "-L", "spam").out()).doesNotContain("successfully");
    assertThat(raw("TELL SPAMC/1.3\r\nMessage-class: spam\r\n\r\nx"))
        .startsWith("SPAMD/1.0 69 Service Unavailable: TELL");
  }

  @Test
  void unixSocket_isServedToo() throws Exception {
    Path socket = folder.resolve("spamd.sock");
    try (SpamdDoor unix = door(new SpamdAddress.Unix(socket))) {
      assertThat(unix.start()).isEqualTo("-U " + socket);
      assertThat(run(List.of("spamc", "-U", socket.toString(), "-c"), SCAM).code()).isEqualTo(1);
    }
    assertThat(socket).doesNotExist();
  }

  /** As Exim asks; it reads one header line and no length. */
  @Test
  void oldVersions_getTheAnswersOfTheirTime() throws IOException {
    String body = "User: nobody\r\nContent-length: " + SCAM.length() + "\r\n\r\n" + SCAM;
    assertThat(raw("REPORT SPAMC/1.2\r\n" + body))
        .startsWith("SPAMD/1.1 0 EX_OK\r\nSpam: True ; 9.8 / 5.0\r\n\r\nRingfence: ");
    assertThat(raw("SYMBOLS SPAMC/1.2\r\n" + body)).endsWith("5.0\r\n\r\n\r\n");
    assertThat(raw("CHECK SPAMC/1.2\r\n" + body))
        .isEqualTo("SPAMD/1.1 0 EX_OK\r\nSpam: True ; 9.8 / 5.0\r\n\r\n");
    assertThat(raw("PROCESS SPAMC/1.0\r\n\r\n" + SCAM)).startsWith("SPAMD/1.0 0 EX_OK\r\n");
    assertThat(raw("PING SPAMC/1.2\r\n")).isEqualTo("SPAMD/1.5 0 PONG\r\n");
    assertThat(raw("SKIP SPAMC/1.2\r\n\r\n")).isEmpty();
  }

  /** Exim's variant=rspamd tells the envelope, so SPF and rules about recipients work. */
  @Test
  void rspamdsDialect_bringsTheEnvelope() throws IOException {
    String answer =
        raw(
            "CHECK RSPAMC/1.3\r\nContent-length: "
                + SCAM.length()
                + "\r\nQueue-Id: 1wXyZ-0001\r\nFrom: <a@example.net>\r\nRecipient-Number: 2\r\n"
                + "Rcpt: <ann@example.org>\r\nRcpt: <bob@example.org>\r\nHelo: mx.example.net\r\n"
                + "IP: 192.0.2.7\r\n\r\n"
                + SCAM);
    assertThat(answer)
        .startsWith(
            "RSPAMD/1.3 0 EX_OK\r\nMetric: default; True; 9.8 / 5.0 / 5.0\r\nAction: reject\r\n");
    Arrival arrival = judge.arrivals.remove();
    assertThat(arrival.envelope().rcptTo()).containsExactly("ann@example.org", "bob@example.org");
    assertThat(arrival.envelope().rfc5321MailFrom()).contains("a@example.net");
    assertThat(arrival.client().orElseThrow().address().getHostAddress()).isEqualTo("192.0.2.7");
  }

  private static byte[] zlib(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private byte[] compressed(byte[] packed) throws IOException {
    var request = new ByteArrayOutputStream();
    request.writeBytes(
        ("CHECK SPAMC/1.5\r\nCompress: zlib\r\nContent-length: " + packed.length + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(packed);
    return raw(request.toByteArray(), true);
  }

  @Test
  void packedMessage_isUnpackedWithinTheBound() throws IOException {
    byte[] scam = zlib(SCAM.getBytes(StandardCharsets.US_ASCII));
    assertThat(text(compressed(scam))).contains("Spam: True ; 9.8 / 5.0");
    byte[] bomb = zlib(new byte[200 << 20]);
    assertThat(bomb.length).isLessThan(BOUND);
    assertThat(text(compressed(bomb))).startsWith("SPAMD/1.0 69 Service Unavailable: a message");
    assertThat(text(compressed(Arrays.copyOf(scam, scam.length - 6))))
        .startsWith("SPAMD/1.0 69 Service Unavailable: zlib");
    assertThat(text(compressed(new byte[] {1, 2, 3, 4})))
        .startsWith("SPAMD/1.0 69 Service Unavailable: zlib");
    assertThat(raw("CHECK SPAMC/1.5\r\nCompress: zlib\r\n\r\nx")).startsWith("SPAMD/1.0 69 ");
  }

  @Test
  void brokenHeads_areRefusedInTheProtocolsWords() throws IOException {
    for (String head :
        List.of(
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "CHECK\r\n\r\n",
            "check SPAMC/1.5\r\n\r\n",
            "CHECK SPAMC/2.0\r\n\r\n",
            "CHECK SPAMC/1.5\r\nno colon\r\n\r\n",
            "CHECK SPAMC/1.5\r\nContent-length: -1\r\n\r\n",
            "CHECK SPAMC/1.5\r\nContent-length: 1\r\nContent-length: 2\r\n\r\nxx",
            "CHECK SPAMC/1.5\r\nContent-length: 99\r\n\r\nshort",
            "CHECK SPAMC/1.5\r\nCompress: lzma\r\nContent-length: 1\r\n\r\nx",
            "CHECK SPAMC/1.5\r\nX: " + "x".repeat(70_000),
            "x".repeat(70_000),
            "CHECK SPAMC/1.5\r\n" + "X: y\r\n".repeat(2_000) + "\r\n")) {
      assertThat(raw(head))
          .as(head.substring(0, Math.min(60, head.length())))
          .startsWith("SPAMD/1.0 76 Bad header line: ")
          .doesNotContain("localhost");
    }
    assertThat(raw("CHECK SPAMC/1.5\r\nContent-length: 999999999\r\n\r\n"))
        .startsWith("SPAMD/1.0 69 Service Unavailable: a message may have");
    assertThat(raw("CHECK SPAMC/1.5\r\n\r\n" + "x".repeat(BOUND + 10)))
        .startsWith("SPAMD/1.0 69 Service Unavailable: a message may have");
  }

  /** Attack: 32 peers that send an octet now and then hold all places. */
  @Test
  void slowPeers_areClosedInTime() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.getOutputStream().write('C');
      slow.add(socket);
    }
    for (int i = 0; i < 6; i++) {
      Thread.sleep(500);
      slow.forEach(SpamdDoorTest::oneMoreOctet);
    }
    assertThat(spamc(SCAM, "-c").code()).isEqualTo(1);
    for (Socket socket : slow) {
      socket.close();
    }
  }

  private static void oneMoreOctet(Socket socket) {
    try {
      socket.getOutputStream().write('H');
    } catch (IOException closed) {
      // That is what is waited for.
    }
  }

  @Test
  void requestUnderWay_isAnsweredWhileTheDoorCloses() throws Exception {
    Thread closing =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  try {
                    Thread.sleep(300);
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  }
                  door.close();
                });
    closing.start();
    assertThat(raw("CHECK SPAMC/1.5\r\n\r\nslow")).startsWith("SPAMD/1.0 75 ");
    closing.join();
  }
}
