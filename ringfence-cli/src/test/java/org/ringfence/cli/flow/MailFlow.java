package org.ringfence.cli.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
   * @param settings by section, each line of it
   * @param java options of Java
   * @param environment beside that of the tests
   */
  record Manner(
      Map<String, List<String>> settings, List<String> java, Map<String, String> environment) {
    /** Asks nobody, looks at no picture, and keeps callback phishing in its own quarantine. */
    static Manner usual() {
      Map<String, List<String>> settings = new TreeMap<>();
      settings.put("site", List.of("domains: [contoso.example]", "ocr: off"));
      settings.put("authentication", List.of("source: off"));
      settings.put("rules", List.of("on-callback: quarantine"));
      return new Manner(settings, List.of(), Map.of());
    }

    Manner with(String section, String... lines) {
      Map<String, List<String>> more = new TreeMap<>(settings);
      more.put(section, List.of(lines));
      return new Manner(more, java, environment);
    }

    Manner withJava(String... options) {
      return new Manner(settings, List.of(options), environment);
    }

    Manner withEnvironment(Map<String, String> variables) {
      return new Manner(settings, java, variables);
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
        + manner.settings().entrySet().stream()
            .map(one -> one.getKey() + ":\n  " + String.join("\n  ", one.getValue()) + "\n")
            .collect(Collectors.joining());
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
