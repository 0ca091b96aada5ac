package org.ringfence.connector.smtp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.ringfence.connector.smtp.NextHop.Protocol;

/**
 * The next host, which takes every mail unless it was told otherwise. It reads as RFC 5321 and RFC
 * 2033 have it and knows nothing of our own reading.
 */
public final class FakeNextHop implements AutoCloseable {
  /** Closes the connection instead of replying. */
  public static final String HANG_UP = "hang up";

  /** Never replies. */
  public static final String SAY_NOTHING = "say nothing";

  private static final String OFFER =
      "PIPELINING,SIZE 50000000,8BITMIME,SMTPUTF8,DSN,ENHANCEDSTATUSCODES,"
          + "XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE";

  /** Mails that were taken, in order. */
  public final BlockingQueue<Mail> taken = new LinkedBlockingQueue<>();

  /** Every command, of all connections. */
  public final List<String> commands = new CopyOnWriteArrayList<>();

  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final Map<String, String> once = new ConcurrentHashMap<>();
  private final ServerSocket listening;
  private final Protocol protocol;
  private volatile String offer = OFFER;
  private volatile @Nullable SSLContext tls;

  /**
   * A mail.
   *
   * @param from as in MAIL, with parameters
   * @param to as in RCPT, with parameters
   * @param facts the last XFORWARD
   * @param octets a character for each octet
   */
  public record Mail(String from, List<String> to, String facts, String octets) {}

  /** One that listens already. */
  public FakeNextHop(Protocol protocol) throws IOException {
    this.protocol = protocol;
    this.listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** From now on {@code reply} answers the commands that begin so; "." is the end of the data. */
  public FakeNextHop when(String command, String reply) {
    replies.put(command, reply);
    return this;
  }

  /** The next such command alone is answered so. */
  public FakeNextHop once(String command, String reply) {
    once.put(command, reply);
    return this;
  }

  /** From now on it answers as ever. */
  public void asEver() {
    replies.clear();
  }

  /** From now on it offers these. */
  public FakeNextHop offering(String keywords) {
    offer = keywords;
    return this;
  }

  /** From now on it offers TLS. */
  public FakeNextHop encrypting(SSLContext context) {
    tls = context;
    offer = OFFER + ",STARTTLS";
    return this;
  }

  /** How it is reached. */
  public NextHop hop(NextHop.Encryption encryption) {
    return new NextHop(
        protocol, "localhost", listening.getLocalPort(), encryption, "filter.example");
  }

  /** The next mail that it takes. */
  public Mail next() throws InterruptedException {
    Mail mail = taken.poll(20, TimeUnit.SECONDS);
    if (mail == null) {
      throw new AssertionError("The next host got no mail.");
    }
    return mail;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      new Talk(socket).run();
    } catch (IOException | InterruptedException gone) {
      // The other end looks after that.
    }
  }

  /** One connection. */
  private final class Talk {
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private String from = "";
    private String facts = "";
    private List<String> to = new ArrayList<>();

    Talk(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
      this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    void run() throws IOException, InterruptedException {
      if (!say(replies.getOrDefault("greeting", "220 next.example"))) {
        return;
      }
      String line = line();
      while (!line.isEmpty() && take(line.strip())) {
        line = line();
      }
    }

    private boolean take(String line) throws IOException, InterruptedException {
      commands.add(line);
      String verb = line.split(" ", 2)[0];
      String reply = reply(line, verb);
      boolean stays = say(reply);
      if (reply.startsWith("354")) {
        stays = data();
      } else if (verb.equals("STARTTLS") && reply.startsWith("2")) {
        encrypt();
      } else if (reply.startsWith("2")) {
        remember(verb, line);
      }
      return stays && !verb.equals("QUIT");
    }

    private String reply(String line, String verb) {
      for (String command : once.keySet()) {
        if (line.startsWith(command)) {
          return String.valueOf(once.remove(command));
        }
      }
      for (Map.Entry<String, String> one : replies.entrySet()) {
        if (line.startsWith(one.getKey())) {
          return one.getValue();
        }
      }
      return switch (verb) {
        case "EHLO", "LHLO" ->
            "250-next.example\r\n250-" + offer.replace(",", "\r\n250-") + "\r\n250 HELP";
        case "MAIL" -> from.isEmpty() ? "250 2.1.0 Ok" : "503 5.5.1 Nested MAIL";
        case "DATA" -> to.isEmpty() ? "503 5.5.1 No recipients" : "354 Go on";
        default -> "250 2.1.0 Ok " + verb;
      };
    }

    private void remember(String verb, String line) {
      switch (verb) {
        case "MAIL" -> from = line.substring("MAIL FROM:".length());
        case "RCPT" -> to.add(line.substring("RCPT TO:".length()));
        case "XFORWARD" -> facts = line.substring("XFORWARD ".length());
        case "RSET", "EHLO", "LHLO" -> forget();
        default -> {}
      }
    }

    private void forget() {
      to = new ArrayList<>();
      from = "";
      facts = "";
    }

    private boolean data() throws IOException, InterruptedException {
      String octets = octets();
      if (octets.equals(HANG_UP)) {
        return false;
      }
      List<String> accepted = new ArrayList<>();
      boolean stays = true;
      for (String recipient : protocol == Protocol.LMTP ? to : to.subList(0, 1)) {
        String address = recipient.substring(0, recipient.indexOf('>') + 1);
        String reply =
            replies.getOrDefault(
                "." + address, replies.getOrDefault(".", "250 2.0.0 Ok: queued as 4711"));
        if (reply.startsWith("2")) {
          accepted.addAll(protocol == Protocol.LMTP ? List.of(recipient) : to);
        }
        stays = stays && say(reply);
      }
      if (!accepted.isEmpty()) {
        taken.add(new Mail(from, accepted, facts, octets));
      }
      forget();
      return stays;
    }

    private String octets() throws IOException {
      var octets = new StringBuilder();
      while (true) {
        String line = line();
        if (line.isEmpty()) {
          return HANG_UP;
        }
        if (line.equals(".\r\n")) {
          return octets.toString();
        }
        octets.append(line.startsWith(".") ? line.substring(1) : line);
      }
    }

    private boolean say(String reply) throws IOException, InterruptedException {
      switch (reply) {
        case HANG_UP -> {
          return false;
        }
        case SAY_NOTHING -> Thread.sleep(60_000);
        default -> {
          out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
          out.flush();
        }
      }
      return true;
    }

    /** A line; in data with its end, as it was sent; empty at the end of the connection. */
    private String line() throws IOException {
      var line = new ByteArrayOutputStream();
      int c = in.read();
      while (c >= 0) {
        line.write(c);
        if (c == '\n' && line.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n")) {
          break;
        }
        c = in.read();
      }
      return line.toString(StandardCharsets.ISO_8859_1);
    }

    private void encrypt() throws IOException {
      SSLContext context = tls;
      if (context == null) {
        throw new IOException("There is no TLS.");
      }
      SSLSocket layered =
          (SSLSocket) context.getSocketFactory().createSocket(socket, "client", 0, true);
      layered.setUseClientMode(false);
      layered.startHandshake();
      socket = layered;
      in = new BufferedInputStream(layered.getInputStream());
      out = new BufferedOutputStream(layered.getOutputStream());
    }
  }
}
