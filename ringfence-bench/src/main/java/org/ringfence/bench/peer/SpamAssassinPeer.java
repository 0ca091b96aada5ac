package org.ringfence.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.bench.peer.Mails.Mail;
import org.ringfence.mail.Limits;

/** SpamAssassin's spamd with its stock rules, one child. */
final class SpamAssassinPeer implements Peer {
  private static final int PORT = 21_783;

  /** SPF, DKIM, DMARC and ARC ask {@link NameServer}; no list on the network is asked. */
  private static final List<String> ASKING =
      List.of(
          "dns_available yes",
          "dns_server 127.0.0.1:" + NameServer.PORT,
          "skip_rbl_checks 1",
          "skip_uribl_checks 1",
          "clear_trusted_networks",
          "trusted_networks 127.0.0.0/8",
          "clear_internal_networks",
          "internal_networks 127.0.0.0/8",
          "envelope_sender_header Return-Path");

  private final ServerProcess server;
  private final Function<Mail, byte[]> handedOver;

  private SpamAssassinPeer(ServerProcess server, Function<Mail, byte[]> handedOver) {
    this.server = server;
    this.handedOver = handedOver;
  }

  /** Local tests only: nothing is authenticated. */
  static SpamAssassinPeer startLocal(Path work, String core) throws IOException {
    return new SpamAssassinPeer(
        start(work, core, List.of("spamd", "--local")), mail -> mail.octets().toByteArray());
  }

  /** With authentication, and each mail as the site's MTA would store it. */
  static SpamAssassinPeer startAsking(Path work, String core) throws IOException {
    List<String> command = new ArrayList<>();
    // Its DMARC library has a resolver of its own, which reads these two.
    command.addAll(
        List.of(
            "env", "RES_NAMESERVERS=127.0.0.1", "RES_OPTIONS=port:" + NameServer.PORT, "spamd"));
    ASKING.forEach(line -> command.add("--cf=" + line));
    return new SpamAssassinPeer(start(work, core, command), SpamAssassinPeer::stored);
  }

  private static ServerProcess start(Path work, String core, List<String> program)
      throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("--max-children=1", "--min-children=1", "--nouser-config"));
    command.addAll(List.of("--listen=127.0.0.1:" + PORT, "--syslog=stderr"));
    return ServerProcess.start(core, PORT, work.resolve("spamd.log"), command);
  }

  /** It reads the client and the envelope from the fields that the site's MTA puts on top. */
  private static byte[] stored(Mail mail) {
    Delivery delivery = mail.delivery();
    String date =
        RawMessage.read(mail.octets(), Limits.standard()).all("Date").getFirst().body().strip();
    String fields =
        "Return-Path: <%s>\r\nReceived: from %s (%s [%s])\r\n by mx.site.example (Postfix) with ESMTPS id 4Zq1\r\n for <%s>; %s\r\n"
            .formatted(
                delivery.mailFrom(),
                delivery.helo(),
                delivery.helo(),
                delivery.client(),
                delivery.rcptTo(),
                date);
    return (fields + mail.octets().decode(StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String name() {
    return "SpamAssassin";
  }

  @Override
  public int warmUps() {
    return 2;
  }

  @Override
  public int every() {
    return 5;
  }

  @Override
  public Answer ask(Mail mail) throws IOException {
    byte[] octets = handedOver.apply(mail);
    String head = "SYMBOLS SPAMC/1.5\r\nContent-length: %d\r\n\r\n".formatted(octets.length);
    String reply = Exchange.talk(PORT, head, octets, true);
    String line =
        reply
            .lines()
            .filter(l -> l.startsWith("Spam:"))
            .findFirst()
            .orElseThrow(() -> new IOException("unexpected answer of spamd: " + reply));
    String[] words = line.split("[ ;/]+", -1);
    String names = reply.substring(reply.indexOf("\r\n\r\n") + 4).strip();
    boolean spam = words[1].equals("True");
    return new Answer(
        spam,
        Double.parseDouble(words[2]),
        spam ? "spam" : "ham",
        Arrays.asList(names.split(",", -1)));
  }

  @Override
  public long cpuNanos() {
    return server.cpuNanos();
  }

  @Override
  public void close() {
    server.close();
  }
}
