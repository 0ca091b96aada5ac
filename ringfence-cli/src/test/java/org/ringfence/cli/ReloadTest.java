package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.door.milter.FakeMta;
import org.ringfence.settings.Overrides;

/** Everything is read again while mail passes. */
final class ReloadTest {
  private static final int RELOADS = 50;
  private static final int SENDERS = 2;
  private static final byte[] MAIL =
      "From: Ines <ines@contoso.example>\r\nSubject: Lunch\r\n\r\nAt noon?\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir Path folder;
  private Serving serving;

  @BeforeEach
  void serve() throws IOException {
    settings("judging:\n  deadline: 20s\n");
    rules("0");
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err,
            Set.of(),
            Map.of("STATE_DIRECTORY", folder.resolve("state").toString()),
            Shell.ROOT);
    serving =
        new Serving(
            console,
            new SettingsSource(
                console, Optional.of(folder.resolve("ringfence.yaml")), new Overrides()),
            new Wiring(console),
            new SiteOptions());
    serving.start();
  }

  @AfterEach
  void stop() {
    serving.close();
  }

  private void settings(String more) throws IOException {
    Files.writeString(
        folder.resolve("ringfence.yaml"),
        """
        site:
          ocr: off
        authentication:
          source: off
        rules:
          policy: policy.yaml
        doors:
          milter:
            address: 127.0.0.1:0
        """
            + more);
  }

  /** Two rules, each writing which version of the file it is of. */
  private void rules(String version) throws IOException {
    Files.writeString(
        folder.resolve("policy.yaml"), rule("first", version) + rule("second", version));
  }

  private static String rule(String name, String version) {
    return (name.equals("first") ? "rules:\n" : "")
        + """
          - name: %s
            description: A rule.
            mode: enforce
            when: score >= 0.0
            then: [{header: {name: X-%s, value: "%s"}}]
        """
            .formatted(name, name, version)
            .indent(2);
  }

  private SocketAddress address() {
    String line = out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
    return new InetSocketAddress(
        InetAddress.getLoopbackAddress(),
        Integer.parseInt(line.replaceAll("\\D+$", "").replaceAll(".*:", "")));
  }

  private static List<String> versions(FakeMta mta) throws IOException {
    return mta.deliver(MAIL, "ines@contoso.example", "ben@contoso.example").stream()
        .map(FakeMta.Reply::data)
        .filter(data -> data.contains("X-first") || data.contains("X-second"))
        .map(data -> data.replaceAll("[^0-9]", ""))
        .toList();
  }

  private List<String> versions() throws IOException {
    try (FakeMta mta = FakeMta.agreed(address())) {
      mta.client("192.0.2.7", "relay.example");
      return versions(mta);
    }
  }

  @Test
  void newRules_countFromTheNextMailOn() throws IOException {
    assertThat(versions()).containsExactly("0", "0");

    rules("7");
    Serving.Reloaded reloaded = serving.reload();

    assertThat(reloaded.counts()).isTrue();
    assertThat(reloaded.said()).first().asString().contains("2 enforced, 0 on audit");
    assertThat(versions()).containsExactly("7", "7");
  }

  @Test
  void wrongRules_leaveTheOldAndAreShownWithTheirPlace() throws IOException {
    Files.writeString(
        folder.resolve("policy.yaml"),
        Files.readString(folder.resolve("policy.yaml")).replaceFirst("score", "scores"));

    Serving.Reloaded reloaded = serving.reload();

    assertThat(reloaded.counts()).isFalse();
    assertThat(String.join("\n", reloaded.said()))
        .contains("policy.yaml:5:", "unknown variable \"scores\"", "^");
    assertThat(versions()).containsExactly("0", "0");
  }

  @Test
  void wrongSettings_leaveTheOldThoughTheRulesAreGood() throws IOException {
    rules("7");
    settings("judging:\n  deadline: soon\n");

    Serving.Reloaded reloaded = serving.reload();

    assertThat(reloaded.counts()).isFalse();
    assertThat(String.join("\n", reloaded.said())).contains("ringfence.yaml:11:3:");
    assertThat(versions()).containsExactly("0", "0");
  }

  @Test
  void whatIsFixed_isSaidToCountWithTheNextStart() throws IOException {
    settings("judging:\n  judgements: 3\n");

    assertThat(serving.reload().said()).contains("judging.judgements counts with the next start.");
  }

  /** What such rules keep would wait for a dispatch that only the next start brings. */
  @Test
  void rulesThatHaveUsSendMail_needANextHopThatWasThereAtTheStart() throws IOException {
    settings("next-hop:\n  address: 127.0.0.1:10026\n");
    Files.writeString(
        folder.resolve("policy.yaml"),
        Files.readString(folder.resolve("policy.yaml"))
            .replaceFirst("\\[\\{header.*", "[{redirect: desk@contoso.example}]"));

    Serving.Reloaded reloaded = serving.reload();

    assertThat(reloaded.counts()).isFalse();
    assertThat(String.join("\n", reloaded.said())).contains("redirect (first)", "start Ringfence");
    assertThat(versions()).containsExactly("0", "0");
  }

  /** No mail is dropped, and none is decided by rules of two versions. */
  @Test
  void manyReloadsUnderLoad_dropNothingAndMixNothing() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Future<List<List<String>>>> senders = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SENDERS; i++) {
        senders.add(threads.submit(() -> send(over)));
      }
      for (int version = 1; version <= RELOADS; version++) {
        rules(String.valueOf(version));
        assertThat(serving.reload().counts()).isTrue();
      }
      over.set(true);
    }
    Set<String> seen = new HashSet<>();
    int mails = 0;
    for (Future<List<List<String>>> sender : senders) {
      for (List<String> versions : sender.get()) {
        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst()).isEqualTo(versions.getLast());
        seen.add(versions.getFirst());
        mails++;
      }
    }
    assertThat(mails).isGreaterThan(200);
    assertThat(seen).hasSizeGreaterThan(RELOADS / 2);
  }

  private List<List<String>> send(AtomicBoolean over) throws IOException, InterruptedException {
    List<List<String>> seen = new ArrayList<>();
    try (FakeMta mta = FakeMta.agreed(address())) {
      mta.client("192.0.2.7", "relay.example");
      while (!over.get()) {
        seen.add(versions(mta));
        Thread.sleep(20);
      }
    }
    return seen;
  }
}
