package org.ringfence.door.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.connector.smtp.FakeNextHop;
import org.ringfence.connector.smtp.NextHop.Protocol;
import org.ringfence.custody.Standing;
import org.ringfence.mail.Arrival;

@Timeout(60)
final class SmtpDoorTest {
  private static final String MAIL =
      "Subject:  two  spaces\r\nfrom:nobody\r\n\r\n.dot first\r\n\r\n..two\r\nlast\r\n";

  private static String without(String mail) {
    return mail.replaceAll("X-Ringfence-[A-Za-z]*: .*\r\n(?:[ \t].*\r\n)*", "");
  }

  @Test
  void message_goesOnOctetForOctetBelowOurFieldsWithTheNextHostsWords() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      peer.mail("<desk@signer.example>", "<ines@contoso.example>");
      assertThat(peer.data(MAIL)).isEqualTo("250 2.0.0 Ok: queued as 4711");

      FakeNextHop.Mail mail = rig.next.next();
      assertThat(mail.octets()).startsWith("X-Ringfence-Verdict: clear\r\n");
      assertThat(without(mail.octets())).isEqualTo(MAIL);
      assertThat(mail.from()).isEqualTo("<desk@signer.example>");
      assertThat(mail.to()).containsExactly("<ines@contoso.example>");
      Arrival judged = rig.arrivals.take();
      assertThat(judged.octets().decode(StandardCharsets.ISO_8859_1)).isEqualTo(MAIL);
      assertThat(judged.envelope().rfc5321MailFrom()).contains("desk@signer.example");
      assertThat(judged.client()).isEmpty();
    }
  }

  @Test
  void offer_isWhatTheNextHostCanDo() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.stranger()) {
      assertThat(peer.say("EHLO client.example"))
          .contains("PIPELINING", "SIZE 1048576", "8BITMIME", "SMTPUTF8", "DSN", "XFORWARD")
          .doesNotContain("CHUNKING", "STARTTLS");
      rig.next.offering("SIZE 100");
    }
    try (Rig rig = Rig.smtp()) {
      rig.next.offering("SIZE 100");
      try (SmtpPeer peer = rig.stranger()) {
        assertThat(peer.say("EHLO client.example")).doesNotContain("8BITMIME", "SMTPUTF8", "DSN");
        assertThat(peer.say("MAIL FROM:<a@b.example> BODY=8BITMIME"))
            .isEqualTo("555 5.5.4 The parameter BODY is not offered");
      }
    }
  }

  @Test
  void parametersAndClientFacts_reachTheNextHost() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      assertThat(peer.say("XFORWARD NAME=mail.example ADDR=192.0.2.83 PORT=2525"))
          .startsWith("250");
      assertThat(peer.say("XFORWARD PROTO=ESMTP HELO=mail+2Eexample IDENT=4ABC SOURCE=REMOTE"))
          .startsWith("250");
      peer.mail(
          "<a@b.example> SIZE=300 BODY=8BITMIME RET=HDRS ENVID=q1",
          "<ines@contoso.example> NOTIFY=FAILURE ORCPT=rfc822;ines@contoso.example");
      peer.data(MAIL);

      FakeNextHop.Mail mail = rig.next.next();
      assertThat(mail.from()).isEqualTo("<a@b.example> SIZE=300 BODY=8BITMIME RET=HDRS ENVID=q1");
      assertThat(mail.to())
          .containsExactly(
              "<ines@contoso.example> NOTIFY=FAILURE ORCPT=rfc822;ines@contoso.example");
      assertThat(mail.facts())
          .isEqualTo(
              "ADDR=192.0.2.83 HELO=mail.example IDENT=4ABC NAME=mail.example PORT=2525"
                  + " PROTO=ESMTP SOURCE=REMOTE");
      assertThat(rig.arrivals.take().client())
          .hasValueSatisfying(
              client -> {
                assertThat(client.address()).isEqualTo(InetAddress.ofLiteral("192.0.2.83"));
                assertThat(client.helo()).isEqualTo("mail.example");
              });
    }
  }

  @Test
  void xclient_standsForTheSessionAndXforwardForOneMail() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      assertThat(peer.say("XCLIENT ADDR=IPV6:2001:db8::7 HELO=relay.example")).startsWith("220");
      assertThat(peer.say("MAIL FROM:<a@b.example>")).startsWith("503");
      peer.say("EHLO relay.example");
      peer.say("XFORWARD ADDR=192.0.2.1");
      peer.mail("<>", "<ines@contoso.example>").data(MAIL);
      peer.mail("<>", "<ines@contoso.example>").data(MAIL);

      assertThat(rig.next.next().facts()).isEqualTo("ADDR=192.0.2.1");
      assertThat(rig.next.next().facts())
          .startsWith("ADDR=IPV6:2001:db8:")
          .endsWith("relay.example");
    }
  }

  @Test
  void mailboxesAndTextBeyondAscii_goOnAsTheyAre() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      String user =
          new String("josé".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      String text = "Subject: " + user + "\r\n\r\n\u00e9\u00ff\r\n";
      assertThat(peer.say("MAIL FROM:<" + user + "@b.example>")).startsWith("553 5.6.7");
      peer.mail("<" + user + "@b.example> SMTPUTF8 BODY=8BITMIME", "<ines@contoso.example>");
      assertThat(peer.data(text)).startsWith("250");

      FakeNextHop.Mail mail = rig.next.next();
      assertThat(mail.from()).isEqualTo("<" + user + "@b.example> SMTPUTF8 BODY=8BITMIME");
      assertThat(without(mail.octets())).isEqualTo(text);
      assertThat(rig.arrivals.take().envelope().rfc5321MailFrom()).contains("josé@b.example");
    }
  }

  @Test
  void pipelinedCommands_areAnsweredInOrder() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      rig.next.when("RCPT TO:<nobody@", "550 5.1.1 Unknown");
      assertThat(
              peer.say(
                  List.of(
                      "MAIL FROM:<a@b.example>",
                      "RCPT TO:<nobody@contoso.example>",
                      "RCPT TO:<ines@contoso.example>",
                      "DATA")))
          .satisfiesExactly(
              mail -> assertThat(mail).startsWith("250"),
              unknown -> assertThat(unknown).isEqualTo("550 5.1.1 Unknown"),
              known -> assertThat(known).startsWith("250"),
              data -> assertThat(data).startsWith("354"));
      peer.write("Subject: x\r\n\r\nText.\r\n.\r\nMAIL FROM:<c@d.example>\r\nQUIT\r\n");
      assertThat(List.of(peer.reply(), peer.reply(), peer.reply()))
          .satisfiesExactly(
              end -> assertThat(end).isEqualTo("250 2.0.0 Ok: queued as 4711"),
              mail -> assertThat(mail).startsWith("250"),
              quit -> assertThat(quit).startsWith("221"));
      assertThat(rig.next.next().to()).containsExactly("<ines@contoso.example>");
    }
  }

  @Test
  void nextHostsRefusals_arePassedOnAsTheyAre() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      rig.next.when("MAIL", "550-5.1.8 Never heard\r\n550 5.1.8 of him");
      assertThat(peer.say("MAIL FROM:<a@b.example>"))
          .isEqualTo("550-5.1.8 Never heard 550 5.1.8 of him");
      rig.next.asEver();
      for (String reply : List.of("554 5.7.1 Spam", "451 4.3.0 Later")) {
        rig.next.when(".", reply);
        peer.mail("<a@b.example>", "<ines@contoso.example>", "<tom@contoso.example>");
        assertThat(peer.data(MAIL)).isEqualTo(reply);
      }
      assertThat(rig.custody.kept).isEmpty();
      assertThat(rig.next.taken).isEmpty();
    }
  }

  /** RFC 5321 §4.1.4: DATA that is refused leaves the mail begun, and no second may begin in it. */
  @Test
  void mailThatFollowsOneRefusedAtData_isTaken() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      rig.next.once("DATA", "451 4.7.1 Not now");
      peer.mail("<a@b.example>", "<ines@contoso.example>");
      assertThat(peer.data(MAIL)).isEqualTo("451 4.7.1 Not now");
      peer.mail("<a@b.example>", "<ines@contoso.example>");
      assertThat(peer.data(MAIL)).isEqualTo("250 2.0.0 Ok: queued as 4711");
    }
  }

  @Test
  void controlCharacterInAnAddress_isABadArgument() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      assertThat(peer.say("MAIL FROM:<a\tb@b.example>")).startsWith("501");
      peer.mail("<a@b.example>", "<ines@contoso.example>");
      assertThat(peer.data(MAIL)).startsWith("250");
    }
  }

  @Test
  void nextHostThatCannotBeReached_putsMailOff() throws Exception {
    try (Rig rig = Rig.smtp()) {
      rig.next.close();
      try (SmtpPeer peer = rig.stranger()) {
        assertThat(peer.say("EHLO client.example")).startsWith("250").doesNotContain("8BITMIME");
        assertThat(peer.say("MAIL FROM:<a@b.example>"))
            .isEqualTo("451 4.4.1 The next host cannot be reached");
      }
    }
  }

  @Test
  void nextHostThatDiesBeforeItsReply_putsMailOff() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      for (String end : List.of(FakeNextHop.HANG_UP, FakeNextHop.SAY_NOTHING)) {
        rig.next.when(".", end);
        peer.mail("<a@b.example>", "<ines@contoso.example>");
        assertThat(peer.data(MAIL)).isEqualTo("451 4.4.2 The next host went away");
      }
      rig.next.asEver();
      peer.mail("<a@b.example>", "<ines@contoso.example>");
      assertThat(peer.data(MAIL)).startsWith("250");
    }
  }

  @Test
  void nextHostThatWentAwayWhileTheMessageCame_getsItOverANewConnectionOnce() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      for (String away : List.of("421 4.4.2 Timeout", FakeNextHop.HANG_UP)) {
        rig.next.once("DATA", away);
        peer.mail("<a@b.example>", "<ines@contoso.example>", "<tom@contoso.example>");
        assertThat(peer.data(MAIL)).startsWith("250");
        assertThat(rig.next.next().to())
            .containsExactly("<ines@contoso.example>", "<tom@contoso.example>");
      }
      assertThat(rig.next.taken).isEmpty();
    }
  }

  @Test
  void idleConnectionThatTheNextHostClosed_isMadeAnew() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      rig.next.once("MAIL", FakeNextHop.HANG_UP);
      peer.mail("<a@b.example>", "<ines@contoso.example>");
      assertThat(peer.data(MAIL)).startsWith("250");
    }
  }

  @Test
  void recipientsOfDifferentForms_getTheirOwn() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      peer.mail("<a@b.example>", "<ines@contoso.example>", "<tagged@contoso.example>");
      assertThat(peer.data(MAIL)).startsWith("250");

      FakeNextHop.Mail first = rig.next.next();
      FakeNextHop.Mail second = rig.next.next();
      assertThat(first.to()).containsExactly("<tagged@contoso.example>");
      assertThat(first.octets()).contains("X-Tag: yes\r\n");
      assertThat(second.to()).containsExactly("<ines@contoso.example>");
      assertThat(second.octets()).doesNotContain("X-Tag");
    }
  }

  @Test
  void keptMail_isInCustodyBeforeTheClientIsTold() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      peer.mail("<a@b.example>", "<kept@contoso.example>");
      assertThat(peer.data(MAIL)).startsWith("250 2.0.0 Ok: kept as ");
      assertThat(rig.custody.standing("kept@contoso.example"))
          .isEqualTo(new Standing.Quarantined("by name"));
      rig.custody.fail(true);
      peer.mail("<a@b.example>", "<kept@contoso.example>");
      assertThat(peer.data(MAIL)).startsWith("451 4.7.1");
      assertThat(rig.next.taken).isEmpty();
    }
  }

  @Test
  void formThatIsPutOffAfterAnotherWasDelivered_isKeptForDelivery() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      peer.mail("<a@b.example>", "<ines@contoso.example>", "<tagged@contoso.example>");
      // In the second transaction of the mail, the recipient without a tag is put off.
      rig.next.when("RCPT TO:<ines@", "452 4.2.2 Full");
      assertThat(peer.data(MAIL)).startsWith("250");

      assertThat(rig.next.next().to()).containsExactly("<tagged@contoso.example>");
      assertThat(rig.custody.standing("ines@contoso.example")).isInstanceOf(Standing.Waiting.class);
      assertThat(rig.custody.kept).hasSize(1);
    }
  }

  @Test
  void firstFormThatIsPutOff_isPassedOnAndNothingElseIsDone() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      peer.mail("<a@b.example>", "<ines@contoso.example>", "<tagged@contoso.example>");
      rig.next.when("RCPT TO:<tagged@", "452 4.2.2 Full");
      assertThat(peer.data(MAIL)).isEqualTo("452 4.2.2 Full");
      assertThat(rig.next.taken).isEmpty();
      assertThat(rig.custody.kept).isEmpty();
    }
  }

  @Test
  void mailThatIsKeptForOne_isKeptForTheOtherToWhomItCannotGo() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      rig.next.when(".", "451 4.3.0 Later");
      peer.mail("<a@b.example>", "<ines@contoso.example>", "<kept@contoso.example>");
      assertThat(peer.data(MAIL)).startsWith("250");
      assertThat(rig.custody.standing("kept@contoso.example"))
          .isInstanceOf(Standing.Quarantined.class);
      assertThat(rig.custody.standing("ines@contoso.example")).isInstanceOf(Standing.Waiting.class);
    }
  }

  @Test
  void lmtpBehindTheDoor_tellsOneReplyAndKeepsTheRest() throws Exception {
    try (Rig rig = Rig.smtpBeforeLmtp();
        SmtpPeer peer = rig.peer()) {
      rig.next.when(".<tom@contoso.example>", "452 4.2.2 Full");
      peer.mail("<a@b.example>", "<ines@contoso.example>", "<tom@contoso.example>");
      assertThat(peer.data(MAIL)).startsWith("250");
      assertThat(rig.next.next().to()).containsExactly("<ines@contoso.example>");
      assertThat(rig.custody.standing("tom@contoso.example")).isInstanceOf(Standing.Waiting.class);
    }
  }

  @Test
  void lmtp_tellsEachRecipientHisOwnReply() throws Exception {
    for (Protocol behind : Protocol.values()) {
      try (Rig rig = Rig.lmtp(behind);
          SmtpPeer peer = rig.stranger()) {
        assertThat(peer.say("EHLO client.example")).startsWith("500");
        assertThat(peer.say("LHLO client.example")).startsWith("250");
        peer.mail(
            "<a@b.example>",
            "<ines@contoso.example>",
            "<refused@contoso.example>",
            "<kept@contoso.example>",
            "<tom@contoso.example>");
        rig.next.when(".<tom@contoso.example>", "452 4.2.2 Full");
        assertThat(peer.data(MAIL)).isEqualTo("250 2.0.0 Ok: queued as 4711");
        assertThat(peer.reply()).isEqualTo("550 5.7.1 Not wanted.");
        assertThat(peer.reply()).startsWith("250 2.0.0 Ok: kept as ");
        assertThat(peer.reply())
            .isEqualTo(behind == Protocol.LMTP ? "452 4.2.2 Full" : "250 2.0.0 Ok: queued as 4711");
        assertThat(peer.say("NOOP")).startsWith("250");
        assertThat(rig.custody.kept).hasSize(1);
      }
    }
  }

  @Test
  void messageOfTooManyOctets_isRefusedBeforeAndAfterItCame() throws Exception {
    var small = new SmtpSettings.Bounds(10, 1_000, 1 << 20, 2_000, 100, 5);
    try (Rig rig = Rig.of(Rig.settings(small, Rig.TIMES));
        SmtpPeer peer = rig.peer()) {
      assertThat(peer.say("MAIL FROM:<a@b.example> SIZE=1001"))
          .isEqualTo("552 5.3.4 A message has at most 1000 octets here");
      peer.mail("<a@b.example> SIZE=10", "<ines@contoso.example>");
      assertThat(peer.data("Subject: x\r\n\r\n" + "0123456789\r\n".repeat(100)))
          .startsWith("552 5.3.4");
      peer.mail("<a@b.example>", "<ines@contoso.example>");
      assertThat(peer.data(MAIL)).startsWith("250");
      rig.next.next();
      assertThat(rig.next.taken).isEmpty();
    }
  }

  @Test
  void headerSectionOfTooManyLinesOrOctets_isRefusedAndALongBodyIsNot() throws Exception {
    var large = new SmtpSettings.Bounds(10, 8 << 20, 32 << 20, 2_000_000, 100, 5);
    try (Rig rig = Rig.of(Rig.settings(large, Rig.TIMES));
        SmtpPeer peer = rig.peer()) {
      for (String header : List.of("a:\r\n".repeat(10_001), "a:" + "b".repeat(1 << 20) + "\r\n")) {
        peer.mail("<a@b.example>", "<ines@contoso.example>");
        assertThat(peer.data(header + "\r\nText.\r\n")).startsWith("554 5.6.0");
      }
      peer.mail("<a@b.example>", "<ines@contoso.example>");
      assertThat(peer.data("a:\r\n".repeat(9_000) + "\r\n" + "a:\r\n".repeat(1_000_000)))
          .startsWith("250");
    }
  }

  @Test
  void tooManyRecipientsOrMistakes_areStopped() throws Exception {
    try (Rig rig = Rig.smtp();
        SmtpPeer peer = rig.peer()) {
      peer.say("MAIL FROM:<a@b.example>");
      for (int i = 0; i < 100; i++) {
        assertThat(peer.say("RCPT TO:<r" + i + "@contoso.example>")).startsWith("250");
      }
      assertThat(peer.say("RCPT TO:<more@contoso.example>")).startsWith("452 4.5.3");
      for (int i = 0; i < 5; i++) {
        assertThat(peer.say("FOO")).startsWith("502");
      }
      assertThat(peer.say("FOO")).startsWith("421 4.7.0");
      assertThat(peer.reply()).isEmpty();
    }
  }

  @Test
  void strangers_areNotBelievedWhatTheyTellOfTheirClients() throws Exception {
    SmtpSettings nobody =
        new SmtpSettings("door.example", Rig.BOUNDS, Rig.TIMES, List.of(), Optional.empty());
    try (Rig rig = Rig.of(nobody);
        SmtpPeer peer = rig.stranger()) {
      assertThat(peer.say("EHLO client.example")).doesNotContain("XFORWARD", "XCLIENT");
      assertThat(peer.say("XFORWARD ADDR=192.0.2.1")).startsWith("550 5.7.0");
      assertThat(peer.say("XCLIENT ADDR=192.0.2.1")).startsWith("550 5.7.0");
      peer.mail("<a@b.example>", "<ines@contoso.example>").data(MAIL);
      assertThat(rig.next.next().facts()).isEqualTo("ADDR=127.0.0.1 HELO=client.example");
    }
  }

  @Test
  void clientThatDiesWithinAMessage_leavesNothingBehind() throws Exception {
    try (Rig rig = Rig.smtp()) {
      try (SmtpPeer peer = rig.peer()) {
        peer.mail("<a@b.example>", "<ines@contoso.example>");
        peer.say("DATA");
        peer.write("Subject: half\r\n\r\nHalf a mes");
      }
      try (SmtpPeer peer = rig.peer()) {
        peer.mail("<a@b.example>", "<ines@contoso.example>");
        assertThat(peer.data(MAIL)).startsWith("250");
      }
      assertThat(without(rig.next.next().octets())).isEqualTo(MAIL);
      assertThat(rig.next.taken).isEmpty();
      assertThat(rig.custody.kept).isEmpty();
      assertThat(rig.arrivals).hasSize(1);
    }
  }
}
