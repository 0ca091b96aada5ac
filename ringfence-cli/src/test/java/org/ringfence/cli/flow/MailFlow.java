package org.ringfence.cli.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ringfence.cli.postfix.PostfixServer;
import org.ringfence.cli.postfix.PostfixServer.Port;

/**
 * Postfix and Ringfence beside one another: Postfix has a port that calls the milter, one whose
 * mail goes through the content filter, and one without a filter, where Ringfence hands over what
 * it sends itself.
 *
 * @param ports where Ringfence listens
 */
record MailFlow(PostfixServer postfix, Serving ringfence, Ports ports) implements AutoCloseable {
  static final String MILTER = "milter";
  static final String FILTER = "filter";
  static final String BACK = "back";

  /** Where Ringfence listens. */
  record Ports(int milter, int smtp) {
    static Ports free() throws IOException {
      return new Ports(PostfixServer.freePort(), PostfixServer.freePort());
    }

    List<Integer> all() {
      return List.of(milter, smtp);
    }
  }

  /**
   * How Ringfence is to run.
   *
   * @param store the settings below "store", each on its line
   * @param rules those below "rules"
   * @param java options of Java
   * @param environment beside that of the tests
   */
  record Manner(
      List<String> store, List<String> rules, List<String> java, Map<String, String> environment) {
    static Manner usual() {
      return new Manner(List.of(), List.of("on-callback: quarantine"), List.of(), Map.of());
    }

    Manner withStore(String... lines) {
      return new Manner(List.of(lines), rules, java, environment);
    }

    Manner withRules(String... lines) {
      return new Manner(store, List.of(lines), java, environment);
    }

    Manner withJava(String... options) {
      return new Manner(store, rules, List.of(options), environment);
    }

    Manner withEnvironment(Map<String, String> variables) {
      return new Manner(store, rules, java, variables);
    }
  }

  /** Starts Postfix; Ringfence is ready to be started, with what it keeps in {@code folder}. */
  static MailFlow prepare(Path folder, Manner manner) throws IOException {
    Ports ports = Ports.free();
    PostfixServer postfix =
        new PostfixServer(
            List.of(
                Port.of(MILTER, "-o smtpd_milters=inet:127.0.0.1:" + ports.milter()),
                Port.of(FILTER, "-o content_filter=smtp:[127.0.0.1]:" + ports.smtp()),
                Port.of(BACK, "-o smtpd_authorized_xforward_hosts=127.0.0.0/8")));
    String settings = settings(manner, ports, postfix.port(BACK));
    Serving ringfence =
        new Serving(folder, settings, ports.all(), manner.java(), manner.environment());
    return new MailFlow(postfix, ringfence, ports);
  }

  private static String settings(Manner manner, Ports ports, int back) {
    return """
    site:
      domains: [contoso.example]
      ocr: off
    authentication:
      source: off
    doors:
      milter:
        address: 127.0.0.1:%d
        fail-mode: temp-fail
      smtp:
        address: 127.0.0.1:%d
        fail-mode: temp-fail
    next-hop:
      address: 127.0.0.1:%d
    """
            .formatted(ports.milter(), ports.smtp(), back)
        + section("store", manner.store())
        + section("rules", manner.rules());
  }

  private static String section(String name, List<String> lines) {
    return lines.isEmpty() ? "" : name + ":\n  " + String.join("\n  ", lines) + "\n";
  }

  /** The port of Postfix that is called {@code name}. */
  int port(String name) {
    return postfix.port(name);
  }

  @Override
  public void close() throws IOException {
    ringfence.close();
    postfix.close();
  }
}
