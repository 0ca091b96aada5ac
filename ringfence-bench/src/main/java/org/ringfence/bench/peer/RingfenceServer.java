package org.ringfence.bench.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.ringfence.cli.Installation;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.Octets;

/**
 * A bare HTTP server around the judgement, for the comparison alone: each answer is the line that
 * {@code scan --format json} would print.
 */
final class RingfenceServer {
  private RingfenceServer() {}

  /**
   * Serves until it is ended.
   *
   * @param args the port, the root of the installation
   */
  public static void main(String[] args) throws IOException {
    Function<Arrival, String> scan = Installation.at(Path.of(args[1])).scan();
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 64);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.createContext("/scan", exchange -> answer(exchange, scan));
    server.start();
  }

  private static void answer(HttpExchange exchange, Function<Arrival, String> scan)
      throws IOException {
    byte[] mail = exchange.getRequestBody().readAllBytes();
    byte[] line =
        scan.apply(new Arrival(Envelope.unknown(), Octets.of(mail)))
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Connection", "close");
    exchange.sendResponseHeaders(200, line.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(line);
    }
  }
}
