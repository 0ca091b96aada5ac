package org.ringfence.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** SpamAssassin's spamd with its stock rules, local tests only, one child. */
final class SpamAssassinPeer implements Peer {
  private static final int PORT = 21_783;

  private final ServerProcess server;

  private SpamAssassinPeer(ServerProcess server) {
    this.server = server;
  }

  static SpamAssassinPeer start(Path work, String core) throws IOException {
    return new SpamAssassinPeer(
        ServerProcess.start(
            core,
            PORT,
            work.resolve("spamd.log"),
            List.of(
                "spamd",
                "--local",
                "--max-children=1",
                "--min-children=1",
                "--nouser-config",
                "--listen=127.0.0.1:" + PORT,
                "--syslog=stderr")));
  }

  @Override
  public String name() {
    return "SpamAssassin";
  }

  @Override
  public int warmUps() {
    return 1;
  }

  @Override
  public int every() {
    return 5;
  }

  @Override
  public Answer ask(byte[] mail) throws IOException {
    String head = "CHECK SPAMC/1.5\r\nContent-length: %d\r\n\r\n".formatted(mail.length);
    String reply = Exchange.talk(PORT, head, mail, true);
    String line =
        reply
            .lines()
            .filter(l -> l.startsWith("Spam:"))
            .findFirst()
            .orElseThrow(() -> new IOException("unexpected answer of spamd: " + reply));
    String[] words = line.split("[ ;/]+", -1);
    return new Answer(words[1].equals("True"), Double.parseDouble(words[2]));
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
