package org.ringfence.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ringfence.bench.peer.Mails.Mail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ringfence with its standard knowledge, text recognition off, authentication on, asked over HTTP
 * as rspamd is.
 */
final class RingfencePeer implements Peer {
  private static final int PORT = 21_433;

  private final JsonMapper json = new JsonMapper();
  private final ServerProcess server;

  private RingfencePeer(ServerProcess server) {
    this.server = server;
  }

  static RingfencePeer start(Path work, String core, Path root) throws IOException {
    return new RingfencePeer(
        ServerProcess.start(
            core,
            PORT,
            work.resolve("ringfence.log"),
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xms768m",
                "-Xmx768m",
                "-Xmn560m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                RingfenceServer.class.getName(),
                Integer.toString(PORT),
                root.toString(),
                Integer.toString(NameServer.PORT))));
  }

  @Override
  public String name() {
    return "Ringfence";
  }

  @Override
  public int warmUps() {
    return 60;
  }

  @Override
  public int every() {
    return 1;
  }

  /** Flagged where the verdict is "callback-phishing". */
  @Override
  public Answer ask(Mail mail) throws IOException {
    JsonNode reply = json.readTree(Exchange.post(PORT, "/scan", mail));
    String verdict = reply.path("verdict").asString("");
    return new Answer(
        verdict.equals("callback-phishing"),
        reply.path("score").asDouble(0),
        verdict,
        passed(reply));
  }

  /** The methods that passed, and whose notification it took the mail for. */
  private static List<String> passed(JsonNode reply) {
    List<String> passed = new ArrayList<>();
    for (JsonNode result : reply.path("authentication").path("results")) {
      passed.add(result.path("method").asString("") + "=" + result.path("result").asString(""));
    }
    passed.add("platform=" + reply.path("platform").asString("none"));
    return passed;
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
