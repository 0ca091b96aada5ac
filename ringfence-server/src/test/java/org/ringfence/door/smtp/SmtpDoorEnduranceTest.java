package org.ringfence.door.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.connector.smtp.SelfSigned;

/** What the door bears, and how it ends. */
@Timeout(60)
final class SmtpDoorEnduranceTest {
  private static final String MAIL = "Subject: x\r\n\r\nText.\r\n";
  private static final SmtpSettings.Times SHORT =
      new SmtpSettings.Times(
          Duration.ofMillis(700), Duration.ofMillis(1_200), Duration.ofSeconds(10));

  @Test
  void fiveHundredConnections_areServedAtOnce() throws Exception {
    try (Rig rig = Rig.smtp();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<SmtpPeer> peers = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        peers.add(rig.peer());
      }
      List<Future<String>> replies = new ArrayList<>();
      for (SmtpPeer peer : peers) {
        replies.add(
            clients.submit(() -> peer.mail("<a@b.example>", "<ines@contoso.example>").data(MAIL)));
      }
      for (Future<String> reply : replies) {
        assertThat(reply.get(30, TimeUnit.SECONDS)).startsWith("250");
      }
      assertThat(rig.next.taken).hasSize(500);
      for (SmtpPeer peer : peers) {
        peer.close();
      }
    }
  }

  @Test
  void peersThatSendAnOctetNowAndThen_areCutOffAndHinderNobody() throws Exception {
    try (Rig rig = Rig.of(Rig.settings(Rig.BOUNDS, SHORT))) {
      List<SmtpPeer> slow = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        SmtpPeer peer = rig.peer();
        if (i % 2 == 0) {
          peer.mail("<a@b.example>", "<ines@contoso.example>");
          peer.say("DATA");
        }
        slow.add(peer);
      }
      long start = System.nanoTime();
      CompletableFuture<Void> dripping = CompletableFuture.runAsync(() -> drip(slow));
      try (SmtpPeer honest = rig.peer()) {
        assertThat(honest.mail("<a@b.example>", "<ines@contoso.example>").data(MAIL))
            .startsWith("250");
      }
      dripping.get(20, TimeUnit.SECONDS);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
      assertThat(rig.arrivals).hasSize(1);
    }
  }

  /** Until every one of them is cut off. */
  private static void drip(List<SmtpPeer> peers) {
    List<SmtpPeer> left = new ArrayList<>(peers);
    while (!left.isEmpty()) {
      left.removeIf(SmtpDoorEnduranceTest::isCutOff);
      try {
        Thread.sleep(100);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private static boolean isCutOff(SmtpPeer peer) {
    try {
      peer.write("x");
      return false;
    } catch (IOException gone) {
      return true;
    }
  }

  @Test
  void mailUnderWay_isFinishedWhenTheDoorCloses() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer idle = rig.peer();
        SmtpPeer busy = rig.peer()) {
      busy.mail("<a@b.example>", "<ines@contoso.example>");
      CompletableFuture<Void> closed = CompletableFuture.runAsync(rig::closeDoor);
      assertThat(idle.reply()).startsWith("421 4.3.2");
      assertThat(idle.reply()).isEmpty();
      assertThat(busy.say("RCPT TO:<tom@contoso.example>")).startsWith("250");
      assertThat(busy.data("Subject: slow\r\n\r\nText.\r\n")).startsWith("250 2.0.0 Ok: queued");
      assertThat(busy.reply()).startsWith("421 4.3.2");
      closed.get(10, TimeUnit.SECONDS);
      assertThat(rig.next.next().to()).hasSize(2);
      assertThatThrownBy(rig::stranger).isInstanceOf(IOException.class);
    }
  }

  @Test
  void largeMessagesWithoutRoom_arePutOffAndComeLater() throws Exception {
    String large = "Subject: x\r\n\r\n" + "0123456789\r\n".repeat(60_000);
    try (Rig rig = Rig.smtp();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> replies = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        replies.add(
            clients.submit(
                () -> {
                  try (SmtpPeer peer = rig.peer()) {
                    return peer.mail("<a@b.example>", "<ines@contoso.example>").data(large);
                  }
                }));
      }
      for (Future<String> reply : replies) {
        assertThat(reply.get(40, TimeUnit.SECONDS)).matches("(?:250|452 4\\.3\\.1) .*");
      }
      assertThat(rig.next.taken).isNotEmpty();
    }
  }

  @Test
  void startTls_takesMailAndNoCommandsFromBefore() throws Exception {
    SSLContext ours = SelfSigned.context();
    try (Rig rig = Rig.of(Rig.settings(Rig.BOUNDS, Rig.TIMES, Optional.of(ours)))) {
      try (SmtpPeer peer = rig.stranger()) {
        assertThat(peer.say("EHLO client.example")).contains("STARTTLS");
        assertThat(peer.say("STARTTLS")).startsWith("220");
        peer.encrypt(ours);
        assertThat(peer.say("MAIL FROM:<a@b.example>")).startsWith("503");
        assertThat(peer.say("EHLO client.example")).doesNotContain("STARTTLS");
        assertThat(peer.mail("<a@b.example>", "<ines@contoso.example>").data(MAIL))
            .startsWith("250");
        assertThat(peer.say("QUIT")).startsWith("221");
      }
      try (SmtpPeer peer = rig.peer()) {
        peer.write("STARTTLS\r\nMAIL FROM:<ceo@contoso.example>\r\n");
        assertThat(peer.reply()).startsWith("554 5.5.0");
        assertThat(peer.reply()).isEmpty();
      }
      assertThat(rig.next.commands).noneMatch(command -> command.contains("ceo@"));
    }
  }
}
