package org.ringfence.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ringfence with its standard knowledge, text recognition off, asked over HTTP as rspamd is. */
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
                "-Xms768m",
                "-Xmx768m",
                "-Xmn560m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                RingfenceServer.class.getName(),
                Integer.toString(PORT),
                root.toString())));
  }

  @Override
  public String name() {
    return "Ringfence";
  }

  @Override
  public int warmUps() {
    return 25;
  }

  @Override
  public int every() {
    return 1;
  }

  /** Flagged where the verdict is "callback-phishing". */
  @Override
  public Answer ask(byte[] mail) throws IOException {
    JsonNode reply = json.readTree(Exchange.post(PORT, "/scan", mail));
    return new Answer(
        reply.path("verdict").asString("").equals("callback-phishing"),
        reply.path("score").asDouble(0));
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
