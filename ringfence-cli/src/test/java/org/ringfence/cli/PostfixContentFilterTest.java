package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.cli.postfix.PostfixServer;
import org.ringfence.cli.postfix.PostfixServer.Port;
import org.ringfence.cli.postfix.SmtpDialogue;
import org.ringfence.cli.postfix.SmtpDialogue.Mail;
import org.ringfence.connector.smtp.MailPath;
import org.ringfence.connector.smtp.NextHop;
import org.ringfence.connector.smtp.Reply;
import org.ringfence.connector.smtp.SmtpConnection;
import org.ringfence.connector.smtp.SmtpConnector;
import org.ringfence.connector.smtp.SmtpTimes;
import org.ringfence.custody.Custody.Kept;
import org.ringfence.custody.Custody.Wanted;
import org.ringfence.custody.Standing;
import org.ringfence.dispatch.Dispatch;
import org.ringfence.dispatch.DispatchSettings;
import org.ringfence.door.smtp.SmtpAddress;
import org.ringfence.door.smtp.SmtpDoor;
import org.ringfence.door.smtp.SmtpSettings;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.act.Marking;
import org.ringfence.effect.act.Ruling;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Octets;
import org.ringfence.mail.TrustBoundary;
import org.ringfence.reception.Care;
import org.ringfence.reception.Reception;
import org.ringfence.reception.ReceptionSettings;
import org.ringfence.reception.Work;
import org.ringfence.store.Store;
import org.ringfence.store.StoreSettings;

/**
 * A real Postfix gives its mail to the real SMTP and LMTP doors and takes it back: before its
 * queue, after it, and by LMTP. Callback phishing is quarantined, for Tom it is only marked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class PostfixContentFilterTest {
  private static final Path CASES =
      Shell.ROOT.resolve("ringfence-cli/src/test/resources/cases/milter");
  private static final Path ALERT = CASES.resolve("windows-defender-389-90-signed.eml");
  private static final Path TWIN = CASES.resolve("its-genuine-twin-signed.eml");
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final String LMTP = "lmtp";
  private static final List<String> ALL = List.of(BEFORE, AFTER, LMTP);
  private static final String INES = "ines@contoso.example";
  private static final String TOM = "tom@contoso.example";
  private static final String BACK =
      "-o smtpd_authorized_xforward_hosts=127.0.0.1 -o { smtpd_recipient_restrictions ="
          + " check_recipient_access inline:{ nobody@contoso.example=REJECT }, permit }";
  private static final SecureRandom CHANCE = new SecureRandom();

  private final Function<Arrival, CaseRecord> judge = assembled();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Set<String> looked = new HashSet<>();
  private Store store;
  private PostfixServer postfix;
  private Dispatch dispatch;

  private static Function<Arrival, CaseRecord> assembled() {
    SiteOptions site = new SiteOptions();
    site.ocr = SiteOptions.Ocr.OFF;
    site.ownDomains.addAll(List.of("contoso.example", "rcpt.example"));
    site.authentication.zone = CASES.resolve("zone.txt");
    site.authentication.authservIds.add("mx.example.org");
    site.authentication.ownReceived = 1;
    Console console =
        new Console(System.in, System.out, System.err, Set.of(), Map.of(), Shell.ROOT);
    return new Wiring(console).assemble(site).judge();
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    store = opened(Store.open(new StoreSettings.Sqlite(folder.resolve("ringfence.db"))));
    Reception reception = opened(reception());
    Port back = Port.of("back", BACK);
    SmtpConnector connector =
        opened(
            new SmtpConnector(
                NextHop.of("127.0.0.1:" + back.number(), new NextHop.Never(), "filter.example.org"),
                SmtpTimes.standard(),
                System::nanoTime));
    String smtp = door("127.0.0.1:0", reception, connector);
    String lmtp = door("lmtp:127.0.0.1:0", reception, connector);
    dispatch =
        opened(
            new Dispatch(
                store.custody(),
                connector,
                judge,
                DispatchSettings.standard(),
                InstantSource.system()));
    dispatch.start();
    postfix =
        opened(
            new PostfixServer(
                List.of(
                    back,
                    Port.of(BEFORE, "-o smtpd_proxy_filter=" + smtp),
                    Port.of(
                        AFTER,
                        "-o content_filter=scan:" + bracketed(smtp) + client("scan", "smtp")),
                    Port.of(
                        LMTP, "-o content_filter=scanl:inet:" + lmtp + client("scanl", "lmtp")))));
  }

  private static String bracketed(String place) {
    return "[" + place.replace(":", "]:");
  }

  /** A second service of master.cf: Postfix' own client, which tells us what it knows. */
  private static String client(String name, String program) {
    return "\n%s unix - - n - - %s -o %s_send_xforward_command=yes -o disable_dns_lookups=yes"
        .formatted(name, program, program);
  }

  private <T extends AutoCloseable> T opened(T one) {
    open.addFirst(one);
    return one;
  }

  private Reception reception() {
    TrustBoundary boundary = new TrustBoundary(Set.of("mx.example.org"), 1, Set.of());
    return new Reception(
        new Work(
            judge,
            PostfixContentFilterTest::decide,
            new Editing(new Marking(boundary, true)),
            _ -> ""),
        new Care(
            store.custody(),
            store.cases(),
            InstantSource.system(),
            PostfixContentFilterTest::chance),
        new ReceptionSettings(
            FailMode.TEMP_FAIL,
            FailMode.TEMP_FAIL,
            Duration.ofSeconds(20),
            Duration.ofSeconds(2),
            2,
            false,
            ReceptionSettings.Memory.ALL),
        System::nanoTime);
  }

  private static byte[] chance() {
    byte[] octets = new byte[10];
    CHANCE.nextBytes(octets);
    return octets;
  }

  private static List<Ruling> decide(CaseRecord record, Arrival arrival) {
    List<String> all = arrival.envelope().rcptTo();
    return Stream.of(CallbackChoice.QUARANTINE, CallbackChoice.MARK)
        .flatMap(
            choice -> {
              List<String> those =
                  all.stream()
                      .filter(one -> one.equals(TOM) == (choice == CallbackChoice.MARK))
                      .toList();
              return those.isEmpty()
                  ? Stream.empty()
                  : choice.decide(record, arrival).stream()
                      .map(ruling -> Ruling.of(those, ruling.disposition()));
            })
        .toList();
  }

  private String door(String address, Reception reception, SmtpConnector connector)
      throws IOException {
    return opened(
            new SmtpDoor(
                SmtpAddress.of(address),
                SmtpSettings.standard("filter.example.org"),
                reception,
                connector,
                new SmtpDoor.Clocks(InstantSource.system(), System::nanoTime)))
        .start();
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private String send(String port, Path file, String... to) throws IOException {
    return SmtpDialogue.send(
        postfix.port(port),
        new Mail(
            "192.0.2.83",
            "azure-noreply@microsoft.com",
            List.of(to),
            Files.readString(file, StandardCharsets.ISO_8859_1)));
  }

  /** A delivered mail, cut behind what Postfix and we have put on top of it. */
  private record Delivered(String ours, String theirs) {
    static Delivered of(byte[] mail) {
      String text = new String(mail, StandardCharsets.ISO_8859_1).replace("\n", "\r\n");
      int end = 0;
      for (int received = text.indexOf("Received: "); isOurs(text, received); ) {
        end = text.indexOf("\r\n", received) + 2;
        while (text.charAt(end) == ' ' || text.charAt(end) == '\t') {
          end = text.indexOf("\r\n", end) + 2;
        }
        received = text.indexOf("\r\nReceived: ", end - 2) + 2;
      }
      return new Delivered(text.substring(0, end), text.substring(end));
    }

    private static boolean isOurs(String text, int received) {
      int by = text.indexOf("by mx.example.org", received);
      int next = text.indexOf("\r\n\r\n", received);
      return received > 1 && by > 0 && by < next && by - received < 200;
    }

    String unfolded() {
      return ours.replaceAll("\r\n(?=[ \t])", " ").replaceAll(" +", " ");
    }
  }

  private Delivered delivered() throws IOException, InterruptedException {
    return Delivered.of(postfix.delivered());
  }

  private static String withoutOurs(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1)
        .replaceAll("(?mi)^X-Ringfence-.*\r\n(?:[ \t].*\r\n)*", "");
  }

  /** The mail that came into the quarantine since the last call. */
  private Kept quarantined() throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (end - System.nanoTime() > 0) {
      for (Kept kept :
          store
              .custody()
              .list(new Wanted(List.of("quarantined"), Optional.empty(), Optional.empty(), 100))) {
        if (looked.add(kept.entry().id().text())) {
          return kept;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("Nothing came into the quarantine.");
  }

  @Test
  void genuineTwin_arrivesOctetForOctetAndStillSigned() throws Exception {
    for (String port : ALL) {
      assertThat(send(port, TWIN, INES)).startsWith("250 2.0.0");

      Delivered mail = delivered();
      assertThat(mail.unfolded()).contains("X-Ringfence-Verdict: clear\r\n");
      assertThat(mail.theirs()).isEqualTo(withoutOurs(TWIN));
      CaseRecord again =
          judge.apply(
              Arrival.ofFile(
                  Octets.of((mail.ours() + mail.theirs()).getBytes(StandardCharsets.ISO_8859_1))));
      assertThat(again.authenticated().first(Method.DKIM).orElseThrow().code())
          .isEqualTo(ResultCode.PASS);
    }
  }

  @Test
  void lure_isQuarantinedForOneAndMarkedForTheOther() throws Exception {
    for (String port : ALL) {
      assertThat(send(port, ALERT, INES, TOM)).startsWith("250 2.0.0");

      Delivered mail = delivered();
      assertThat(mail.unfolded())
          .contains("X-Ringfence-Verdict: callback-phishing\r\n")
          .contains("Delivered-To: " + TOM);
      assertThat(mail.theirs()).isEqualTo(withoutOurs(ALERT));
      Kept kept = quarantined();
      assertThat(kept.recipient()).isEqualTo(INES);
      assertThat(kept.entry().receipt().client())
          .hasValueSatisfying(
              client -> assertThat(client.address().getHostAddress()).isEqualTo("192.0.2.83"));
      assertThat(postfix.isEmpty()).isTrue();
    }
  }

  @Test
  void quarantinedLure_isDeliveredOnceItIsReleased() throws Exception {
    assertThat(send(BEFORE, ALERT, INES)).startsWith("250 2.0.0 Ok: kept as ");
    Kept kept = quarantined();
    assertThat(postfix.isEmpty()).isTrue();

    Standing waiting =
        new Standing.Waiting(INES, Standing.Purpose.RELEASE, InstantSource.system().instant(), 0);
    assertThat(store.custody().move(kept, waiting, "somebody")).isTrue();
    dispatch.poke();
    Delivered mail = delivered();
    assertThat(mail.unfolded())
        .contains("X-Ringfence-Verdict: callback-phishing\r\n")
        .contains("X-Ringfence-Released: " + kept.entry().id() + "\r\n");
    assertThat(mail.theirs()).isEqualTo(withoutOurs(ALERT));
  }

  @Test
  void mailBeyondAscii_arrivesAsItWas() throws Exception {
    String text = "Subject: Grüße aus dem Süden\r\nFrom: josé@signer.example\r\n\r\nÄÖÜ, é.\r\n";
    for (String port : ALL) {
      try (SmtpConnector connector =
              new SmtpConnector(
                  NextHop.of(
                      "127.0.0.1:" + postfix.port(port), new NextHop.Never(), "relay.example"),
                  SmtpTimes.standard(),
                  System::nanoTime);
          SmtpConnection connection = connector.open()) {
        assertThat(
                connection.envelope(
                    new MailPath("josé@signer.example", List.of("BODY=8BITMIME", "SMTPUTF8")),
                    List.of(MailPath.of(INES))))
            .allMatch(Reply::isPositive);
        assertThat(connection.content(Octets.of(text.getBytes(StandardCharsets.UTF_8)), 1))
            .allMatch(Reply::isPositive);
      }
      String mail = new String(postfix.delivered(), StandardCharsets.UTF_8).replace("\n", "\r\n");
      assertThat(mail).endsWith(text).contains("with UTF8SMTP");
    }
  }

  @Test
  void recipientWhomTheNextHopDoesNotTake_isRefusedWhileTheClientWaits() throws Exception {
    String reply = "";
    try {
      send(BEFORE, TWIN, "nobody@contoso.example");
    } catch (IOException refused) {
      reply = String.valueOf(refused.getMessage());
    }
    assertThat(reply).startsWith("RCPT TO:<nobody@contoso.example>: 554 5.7.1");
    assertThat(postfix.isEmpty()).isTrue();
  }
}
