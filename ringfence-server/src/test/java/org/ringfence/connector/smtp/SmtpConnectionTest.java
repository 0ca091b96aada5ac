package org.ringfence.connector.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.connector.smtp.NextHop.Protocol;
import org.ringfence.connector.smtp.NextHopFailure.Kind;
import org.ringfence.mail.Octets;

@Timeout(60)
final class SmtpConnectionTest {
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final SmtpTimes TIMES = new SmtpTimes(SHORT, SHORT, SHORT, SHORT, SHORT);
  private static final MailPath FROM = MailPath.of("a@b.example");
  private static final MailPath TO = MailPath.of("ines@contoso.example");

  private static Octets octets(String text) {
    return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static SmtpConnector connector(FakeNextHop next, NextHop.Encryption encryption) {
    return new SmtpConnector(next.hop(encryption), TIMES, System::nanoTime);
  }

  private interface Talk {
    void with(FakeNextHop next, SmtpConnection connection) throws Exception;
  }

  private static void talk(Protocol protocol, Talk talk) throws Exception {
    try (FakeNextHop next = new FakeNextHop(protocol);
        SmtpConnector connector = connector(next, new NextHop.Never());
        SmtpConnection connection = connector.open()) {
      talk.with(next, connection);
    }
  }

  private static String sent(String message) throws Exception {
    var got = new StringBuilder();
    talk(
        Protocol.SMTP,
        (next, connection) -> {
          connection.envelope(FROM, List.of(TO));
          assertThat(connection.content(octets(message), 1)).allMatch(Reply::isPositive);
          got.append(next.next().octets());
        });
    return got.toString();
  }

  @Test
  void dots_arriveAsTheyWere() throws Exception {
    assertThat(sent(".\r\n..\r\n.x\r\ny.\r\n")).isEqualTo(".\r\n..\r\n.x\r\ny.\r\n");
  }

  @Test
  void bareLineFeedsAndReturns_neverReachTheWire() throws Exception {
    assertThat(sent("a\nb\rc\r\r\n\n.\nlast")).isEqualTo("a\r\nb c \r\n\r\n.\r\nlast\r\n");
  }

  @Test
  void manyRecipients_areAskedInGroupsAndAnsweredInOrder() throws Exception {
    talk(
        Protocol.SMTP,
        (next, connection) -> {
          next.when("RCPT TO:<r7@", "550 5.1.1 Unknown");
          List<MailPath> all =
              IntStream.range(0, 300).mapToObj(i -> MailPath.of("r" + i + "@b.example")).toList();
          List<Reply> replies = connection.envelope(FROM, all);
          assertThat(replies).hasSize(301);
          assertThat(replies.get(8).toString()).isEqualTo("550 5.1.1 Unknown");
          assertThat(replies).filteredOn(Reply::isPositive).hasSize(300);
        });
  }

  @Test
  void offerThatSaysAWordTwice_isRead() throws Exception {
    assertThat(
            Extensions.of(new Reply(250, List.of("next", "XFORWARD  NAME  ADDR ADDR")))
                .words("XFORWARD"))
        .contains("NAME", "ADDR");
  }

  @Test
  void lmtp_answersForEachRecipient() throws Exception {
    talk(
        Protocol.LMTP,
        (next, connection) -> {
          next.when(".<ines@contoso.example>", "452 4.2.2 Full");
          connection.envelope(FROM, List.of(TO, MailPath.of("tom@contoso.example")));
          assertThat(connection.content(octets("x\r\n"), 2))
              .extracting(Reply::code)
              .containsExactly(452, 250);
        });
  }

  @Test
  void silenceBeforeTheEnd_isBrokenAndAfterItPerhapsTaken() throws Exception {
    for (String silence : List.of(FakeNextHop.SAY_NOTHING, FakeNextHop.HANG_UP)) {
      talk(
          Protocol.SMTP,
          (next, connection) -> {
            next.when("MAIL", silence);
            assertKind(Kind.BROKEN, () -> connection.mail(FROM));
          });
      talk(
          Protocol.SMTP,
          (next, connection) -> {
            next.when(".", silence);
            connection.envelope(FROM, List.of(TO));
            assertKind(Kind.PERHAPS_TAKEN, () -> connection.content(octets("x\r\n"), 1));
          });
    }
  }

  @Test
  void replyThatIsNone_isBroken() throws Exception {
    for (String strange : List.of("hello", "99 x", "999 x", "250-" + "x".repeat(5_000))) {
      talk(
          Protocol.SMTP,
          (next, connection) -> {
            next.when("MAIL", strange);
            assertKind(Kind.BROKEN, () -> connection.mail(FROM));
          });
    }
  }

  private static void assertKind(Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            NextHopFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  @Test
  void hostThatTurnsUsAway_isNotReached() throws Exception {
    try (FakeNextHop next = new FakeNextHop(Protocol.SMTP);
        SmtpConnector connector = connector(next, new NextHop.Never())) {
      next.when("greeting", "421 4.3.2 Too many");
      assertKind(Kind.NOT_REACHED, connector::open);
    }
  }

  @Test
  void encryption_isUsedWhereItIsOfferedAndDemandedWhereItIsRequired() throws Exception {
    SSLContext own = SelfSigned.context();
    SSLContext other = SelfSigned.context();
    assertThat(isEncrypted(own, new NextHop.Never())).isFalse();
    assertThat(isEncrypted(own, new NextHop.Opportunistic())).isTrue();
    assertThat(isEncrypted(own, new NextHop.Required(own))).isTrue();
    assertKind(Kind.NO_TLS, () -> isEncrypted(own, new NextHop.Required(other)));
    try (FakeNextHop next = new FakeNextHop(Protocol.SMTP);
        SmtpConnector connector = connector(next, new NextHop.Required(own))) {
      assertKind(Kind.NO_TLS, connector::open);
    }
  }

  private static boolean isEncrypted(SSLContext context, NextHop.Encryption encryption)
      throws IOException {
    try (FakeNextHop next = new FakeNextHop(Protocol.SMTP).encrypting(context);
        SmtpConnector connector = connector(next, encryption);
        SmtpConnection connection = connector.open()) {
      assertThat(connection.mail(FROM).isPositive()).isTrue();
      return connection.isEncrypted();
    }
  }

  @Test
  void facts_areReadBackAsTheyWereTold() {
    var facts = new ClientFacts(Map.of("HELO", "a b+c=d", "ADDR", "192.0.2.1", "LOGIN", "x"));
    String command = facts.xforward(ClientFacts.XFORWARD).orElseThrow();
    assertThat(command).isEqualTo("XFORWARD ADDR=192.0.2.1 HELO=a+20b+2Bc+3Dd");
    assertThat(
            ClientFacts.none()
                .with(command.substring("XFORWARD ".length()), ClientFacts.XFORWARD)
                .orElseThrow()
                .attributes())
        .isEqualTo(Map.of("HELO", "a b+c=d", "ADDR", "192.0.2.1"));
    assertThat(ClientFacts.none().with("ADDR", ClientFacts.XFORWARD)).isEmpty();
    assertThat(ClientFacts.none().with("OTHER=1", ClientFacts.XFORWARD)).isEmpty();
    assertThat(
            ClientFacts.none()
                .with("ADDR=[UNAVAILABLE]", ClientFacts.XFORWARD)
                .orElseThrow()
                .client())
        .isEmpty();
  }

  @Test
  void reply_knowsItsStatus() {
    assertThat(Reply.of(550, "5.7.1 No").enhanced()).contains("5.7.1");
    assertThat(Reply.of(550, "4.7.1 No").enhanced()).isEmpty();
    assertThat(Reply.of(250, "Ok").enhanced()).isEmpty();
    assertThat(new Reply(550, List.of("5.1.1 a", "5.1.1 b")).wire())
        .isEqualTo("550-5.1.1 a\r\n550 5.1.1 b\r\n");
    assertThat(Reply.of(421, "4.3.2 x").staying()).isEqualTo(Reply.of(451, "4.3.2 x"));
  }
}
