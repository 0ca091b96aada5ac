package org.ringfence.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringfence.bench.peer.Mails.Mail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** rspamd, see {@link RspamdHome}, asked over HTTP. */
final class RspamdPeer implements Peer {
  private static final int PORT = 21_333;
  private static final Map<String, String> OVERRIDES =
      Map.of(
          "worker-normal.inc",
          "bind_socket = \"127.0.0.1:%d\"; count = 1;".formatted(PORT),
          "worker-proxy.inc",
          "enabled = false; count = -1;");

  private final JsonMapper json = new JsonMapper();
  private final ServerProcess server;

  private RspamdPeer(ServerProcess server) {
    this.server = server;
  }

  static RspamdPeer start(Path work, String core) throws IOException {
    RspamdHome home = RspamdHome.make(work.resolve("rspamd"), OVERRIDES);
    return new RspamdPeer(home.start(core, PORT));
  }

  @Override
  public String name() {
    return "rspamd";
  }

  @Override
  public int warmUps() {
    return 5;
  }

  @Override
  public int every() {
    return 1;
  }

  /** Flagged from "add header" on; greylisting delays a mail and marks nothing. */
  @Override
  public Answer ask(Mail mail) throws IOException {
    JsonNode reply = json.readTree(Exchange.post(PORT, "/checkv2", mail));
    String action = reply.path("action").asString("");
    boolean flagged = !List.of("no action", "greylist", "").contains(action);
    return new Answer(flagged, reply.path("score").asDouble(0), action, symbols(reply));
  }

  /** The names of what it found, with the points of each. */
  private static List<String> symbols(JsonNode reply) {
    return reply.path("symbols").properties().stream()
        .map(
            symbol ->
                symbol.getKey()
                    + String.format(
                        Locale.ROOT, " %+.1f", symbol.getValue().path("score").asDouble(0)))
        .toList();
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
