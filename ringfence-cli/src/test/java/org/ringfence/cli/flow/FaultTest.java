package org.ringfence.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.ringfence.cli.flow.MailFlow.Manner;
import org.ringfence.cli.postfix.SmtpDialogue;
import org.ringfence.cli.postfix.SmtpDialogue.Mail;
import org.ringfence.door.milter.FakeMta;

/**
 * Something that Ringfence needs is gone, slow or too much: what becomes of the mail meanwhile, and
 * afterwards. Each test prints a line with what was seen.
 *
 * <p>{@code dev/fault} runs this with the numbers of a bad day: the property {@code
 * ringfence.crowd}.
 */
final class FaultTest {
  private static final Path ROOT = Path.of(System.getProperty("ringfence.root", "."));
  private static final Path CASES = ROOT.resolve("ringfence-cli/src/test/resources/cases/milter");
  private static final Path STORY =
      ROOT.resolve("ringfence-cli/src/test/resources/cases/azure-story").toAbsolutePath();
  private static final int CROWD = Integer.getInteger("ringfence.crowd", 100);

  /** Fewer than a door has places, as whoever has all of them keeps others out. */
  private static final int SLOW = Math.min(CROWD, 400);

  private static final String TAKEN = "250";
  private static final String LATER = "451";

  @TempDir Path folder;

  /** What was replied to a mail, and how long it took. */
  private record Seen(String reply, Duration time) {
    @Override
    public String toString() {
      return reply.split(" ", 2)[0] + " after " + String.format(Locale.ROOT, "%.1f s", seconds());
    }

    double seconds() {
      return time.toMillis() / 1e3;
    }
  }

  private static void report(String fault, Object... seen) {
    String all = Stream.of(seen).map(String::valueOf).collect(Collectors.joining(", "));
    Outcomes.note(fault + ": " + all);
  }

  private static Seen send(MailFlow flow, String door, Path mail) throws IOException {
    String text = Files.readString(mail, StandardCharsets.ISO_8859_1).replaceAll("\r?\n", "\r\n");
    long start = System.nanoTime();
    String reply =
        SmtpDialogue.send(
            flow.port(door),
            new Mail(
                "192.0.2.83",
                "azure-noreply@microsoft.com",
                List.of("ines@contoso.example"),
                text));
    return new Seen(reply, Duration.ofNanos(System.nanoTime() - start));
  }

  private static Seen lure(MailFlow flow) throws IOException {
    return send(flow, MailFlow.MILTER, fixture("callback/en/amazon-order-invisible-joiners.eml"));
  }

  private static Seen honest(MailFlow flow) throws IOException {
    return send(flow, MailFlow.MILTER, fixture("ham/en/band-practice-thread.eml"));
  }

  private static Path fixture(String name) {
    return ROOT.resolve("fixtures").resolve(name);
  }

  private MailFlow started(Manner manner) throws Exception {
    MailFlow flow = MailFlow.prepare(folder, manner);
    try {
      flow.ringfence().start();
      return flow;
    } catch (Exception failure) {
      flow.close();
      throw failure;
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void dnsDead_mailIsJudgedByWhatItSays() throws Exception {
    try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        MailFlow flow =
            started(
                Manner.usual()
                    .with(
                        "authentication",
                        "source: dns",
                        "resolvers: [127.0.0.1:" + silent.getLocalPort() + "]"))) {
      Seen lure = lure(flow);
      report("DNS dead", "lure", lure);
      assertThat(lure.reply()).startsWith(TAKEN);
      assertThat(flow.ringfence().log()).contains("did=quarantine").doesNotContain("not-judged");
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void azureDead_mailIsJudgedWithoutItsWord() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        MailFlow flow =
            started(
                Manner.usual()
                    .with("site", "inventory: " + STORY.resolve("inventory.csv"), "ocr: off")
                    .with(
                        "azure",
                        "tenant: 11111111-2222-3333-4444-555555555555",
                        "client: 66666666-7777-8888-9999-000000000000",
                        "secret: nobody-is-there-to-read-it")
                    .withJava(
                        "-Dhttps.proxyHost=127.0.0.1",
                        "-Dhttps.proxyPort=" + silent.getLocalPort()))) {
      Path mail = STORY.resolve("our-alert-that-the-webhook-missed.eml");
      Seen alert = send(flow, MailFlow.MILTER, mail);
      // It was really asked, through what it takes for the way out.
      silent.setSoTimeout(1_000);
      silent.accept().close();
      report("Azure dead", "alert", alert);
      assertThat(alert.reply()).startsWith(TAKEN);
      String delivered = new String(flow.postfix().delivered(), StandardCharsets.ISO_8859_1);
      assertThat(delivered).contains("X-Ringfence-Tenant: unknown", "X-Ringfence-Verdict: clear");
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void diskFull_whatIsToBeKeptIsPutOff_andTheRestPasses() throws Exception {
    Path state = Files.createDirectory(folder.resolve("ringfence"));
    run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", state.toString());
    try (MailFlow flow = started(Manner.usual())) {
      assertThat(lure(flow).reply()).startsWith(TAKEN);
      Path ballast = fill(state);
      Seen lure = lure(flow);
      Seen honest = honest(flow);
      Files.delete(ballast);
      Seen after = lure(flow);
      report("disk full", "lure", lure, "honest", honest, "lure, with room again", after);
      assertThat(lure.reply()).startsWith(LATER);
      assertThat(honest.reply()).startsWith(TAKEN);
      assertThat(after.reply()).startsWith(TAKEN);
    } finally {
      run("umount", "-l", state.toString());
    }
    // The mount has taken the store with it; that the lures were kept is said by their 250.
  }

  private static Path fill(Path folder) throws IOException {
    Path ballast = folder.resolve("ballast");
    try (OutputStream out = Files.newOutputStream(ballast)) {
      byte[] page = new byte[4_096];
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      return ballast;
    }
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.onExit().orTimeout(30, TimeUnit.SECONDS).join().exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " failed.");
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void storeLocked_whatIsToBeKeptIsPutOff_andTheRestPasses() throws Exception {
    try (MailFlow flow = started(Manner.usual())) {
      Seen lure;
      Seen honest;
      String file = "jdbc:sqlite:" + folder.resolve("ringfence/ringfence.db");
      try (Connection other = DriverManager.getConnection(file);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN EXCLUSIVE");
        honest = honest(flow);
        lure = lure(flow);
        statement.execute("ROLLBACK");
      }
      Seen after = lure(flow);
      report("store locked", "honest", honest, "lure", lure, "lure, when it is free", after);
      assertThat(honest.reply()).startsWith(TAKEN);
      assertThat(honest.seconds()).isLessThan(5);
      assertThat(lure.reply()).startsWith(LATER);
      assertThat(after.reply()).startsWith(TAKEN);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void ocrHangs_mailIsJudgedWithoutItsPictures() throws Exception {
    Path programs = Files.createDirectory(folder.resolve("bin"));
    Path hanging = programs.resolve("tesseract");
    Files.writeString(
        hanging,
        """
        #!/bin/sh
        case "$*" in
          *--list-langs*) printf 'List of available languages (1):\\neng\\n' ;;
          *--version*) echo 'tesseract 5.3.0' ;;
          *) exec sleep 617 ;;
        esac
        """);
    Files.setPosixFilePermissions(hanging, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (MailFlow flow =
        started(
            Manner.usual()
                .with("site", "domains: [contoso.example]", "ocr: on")
                .withEnvironment(Map.of("PATH", programs + ":" + System.getenv("PATH"))))) {
      Seen picture = send(flow, MailFlow.MILTER, PictureMail.in(folder));
      Seen lure = lure(flow);
      report("OCR hanging", "picture", picture, "lure beside it", lure);
      assertThat(picture.reply()).startsWith(TAKEN);
      assertThat(lure.reply()).startsWith(TAKEN);
      assertThat(flow.ringfence().descendants()).as("left running").isEmpty();
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void slowPeersOnEachDoor_keepNobodyElseOut() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (MailFlow flow = started(Manner.usual())) {
      for (int i = 0; i < SLOW; i++) {
        for (int port : flow.ports().all()) {
          Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
          socket.getOutputStream().write(new byte[] {0, 0});
          slow.add(socket);
        }
      }
      Seen milter = lure(flow);
      Seen filter = send(flow, MailFlow.FILTER, fixture("ham/en/band-practice-thread.eml"));
      flow.postfix().awaitEmptyQueue(Duration.ofSeconds(20));
      report("slow peers, " + SLOW + " on each door", "milter", milter, "filter", filter);
      assertThat(milter.reply()).startsWith(TAKEN);
      assertThat(flow.postfix().mailbox()).hasSize(1);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void fiveHundredConnections_areAllServed() throws Exception {
    byte[] mail = Files.readAllBytes(CASES.resolve("its-genuine-twin-signed.eml"));
    try (MailFlow flow = started(Manner.usual())) {
      long start = System.nanoTime();
      crowd(
          500,
          () -> {
            try (FakeMta mta = FakeMta.agreed(milter(flow))) {
              mta.client("192.0.2.83", "relay.example");
              assertThat(mta.deliver(mail, "azure-noreply@microsoft.com", "ines@contoso.example"))
                  .last()
                  .extracting(FakeMta.Reply::code)
                  .isIn('a', 'c');
            }
          });
      Seen after = lure(flow);
      report(
          "500 connections at once",
          "all answered in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms",
          "a lure afterwards",
          after);
      assertThat(after.reply()).startsWith(TAKEN);
    }
  }

  /** The heap is a third of what these mails take together. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void manyOversizedMailsAtOnce_stayWithinTheMemory() throws Exception {
    byte[] head =
        "From: a@example.com\r\nSubject: large\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] mail = new byte[6 << 20];
    Arrays.fill(mail, (byte) 'a');
    for (int i = 70; i < mail.length; i += 72) {
      mail[i] = '\r';
      mail[i + 1] = '\n';
    }
    System.arraycopy(head, 0, mail, 0, head.length);
    try (MailFlow flow = started(Manner.usual().withJava("-Xmx192m"))) {
      crowd(
          CROWD,
          () -> {
            try (FakeMta mta = FakeMta.agreed(milter(flow))) {
              mta.client("192.0.2.83", "relay.example");
              mta.deliver(mail, "a@example.com", "ines@contoso.example");
            } catch (IOException cutOff) {
              // Postfix would put it off: that is an answer.
            }
          });
      Seen after = lure(flow);
      long resident = flow.ringfence().residentMegabytes();
      report(
          CROWD + " mails of 6 MB at once, heap of 192 MB",
          "a lure afterwards",
          after,
          resident + " MB in RAM");
      assertThat(after.reply()).startsWith(TAKEN);
      assertThat(flow.ringfence().log()).doesNotContain("OutOfMemoryError");
      assertThat(resident).isLessThan(512);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void sigterm_endsAfterTheMailsUnderWay() throws Exception {
    try (MailFlow flow = started(Manner.usual());
        Traffic traffic = Traffic.to(flow.port(MailFlow.MILTER), 1)) {
      TimeUnit.MILLISECONDS.sleep(700);
      long start = System.nanoTime();
      flow.ringfence().terminate();
      int code = flow.ringfence().await(Duration.ofSeconds(40));
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      flow.ringfence().start();
      TimeUnit.MILLISECONDS.sleep(300);
      Traffic.Sent sent = traffic.stop();
      flow.postfix().awaitEmptyQueue(Duration.ofSeconds(20));
      Quarantine quarantine = Quarantine.of(folder);
      Account account = Account.of(flow.postfix().mailbox());
      report(
          "SIGTERM in the middle",
          "ended in " + millis + " ms with " + code,
          "accepted " + sent.accepted().size());
      assertThat(account.lost(sent.accepted(), quarantine.numbers())).isEmpty();
      assertThat(quarantine.all()).hasSameSizeAs(quarantine.numbers());
    }
  }

  private static InetSocketAddress milter(MailFlow flow) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), flow.ports().milter());
  }

  private interface Step {
    void run() throws Exception;
  }

  /** Does the same so many times at once. */
  private static void crowd(int size, Step step) throws Exception {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        all.add(
            executor.submit(
                () -> {
                  step.run();
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get(120, TimeUnit.SECONDS);
      }
    }
  }
}
