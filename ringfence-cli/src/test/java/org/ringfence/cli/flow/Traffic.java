package org.ringfence.cli.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.cli.postfix.SmtpDialogue;
import org.ringfence.cli.postfix.SmtpDialogue.Mail;

/**
 * Sends mails to a mail server until it is told to stop; what is put off is sent again, as a
 * sending host does. Each carries a number of its own in its subject; one in three is a lure.
 */
final class Traffic implements AutoCloseable {
  private static final int SENDERS = 4;
  private static final Duration PAUSE = Duration.ofMillis(15);
  private static final Pattern NUMBER = Pattern.compile("\\[mail-(\\d{6})\\]");
  private static final Path FIXTURES =
      Path.of(System.getProperty("ringfence.root", ".")).resolve("fixtures");
  private static final int LURES = 3;

  private final int port;
  private final String lure;
  private final String honest;
  private final AtomicInteger last;
  private final Set<Integer> accepted = new ConcurrentSkipListSet<>();
  private final AtomicInteger putOff = new AtomicInteger();
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
  private final List<Future<?>> loops = new ArrayList<>();
  private volatile boolean stopping;

  private Traffic(int port, int first) throws IOException {
    this.port = port;
    this.last = new AtomicInteger(first - 1);
    this.lure = text("callback/en/amazon-order-invisible-joiners.eml");
    this.honest = text("ham/en/band-practice-thread.eml");
  }

  private static String text(String fixture) throws IOException {
    return Files.readString(FIXTURES.resolve(fixture), StandardCharsets.ISO_8859_1)
        .replaceAll("\r?\n", "\r\n");
  }

  /** Begins to send to {@code port}; {@code first} is the number of the first mail. */
  static Traffic to(int port, int first) throws IOException {
    Traffic traffic = new Traffic(port, first);
    for (int i = 0; i < SENDERS; i++) {
      traffic.loops.add(traffic.senders.submit(traffic::send));
    }
    return traffic;
  }

  private Void send() throws InterruptedException {
    while (!stopping) {
      int number = last.incrementAndGet();
      while (!isTaken(number)) {
        putOff.incrementAndGet();
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis() * 4);
      }
      accepted.add(number);
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
    return null;
  }

  private boolean isTaken(int number) {
    try {
      return SmtpDialogue.send(port, mail(number)).startsWith("250");
    } catch (IOException putOffOrBroken) {
      return false;
    }
  }

  private Mail mail(int number) {
    String text = isLure(number) ? lure : honest;
    String mark = String.format(Locale.ROOT, "[mail-%06d]", number);
    return new Mail(
        "192.0.2.83",
        "sender@relay.example",
        List.of("ines@contoso.example"),
        text.replaceFirst("(?m)^Subject: ", "Subject: " + mark + " "));
  }

  static boolean isLure(int number) {
    return number % LURES == 0;
  }

  /** The number in a mail, or in its subject. */
  static int number(String text) {
    Matcher found = NUMBER.matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("No mail of ours:\n" + text);
    }
    return Integer.parseInt(found.group(1));
  }

  /** How many were taken so far. */
  int count() {
    return accepted.size();
  }

  /** Sends no further mail, and waits until all are taken. */
  Sent stop() throws Exception {
    stopping = true;
    for (Future<?> loop : loops) {
      loop.get(60, TimeUnit.SECONDS);
    }
    return new Sent(new TreeSet<>(accepted), putOff.get());
  }

  /**
   * What was sent.
   *
   * @param accepted the numbers of the mails to which the mail server said yes
   * @param putOff how often it said that we should come again, or broke off
   */
  record Sent(Set<Integer> accepted, int putOff) {
    Sent {
      accepted = Set.copyOf(accepted);
    }

    /** Both. */
    Sent with(Sent other) {
      Set<Integer> all = new TreeSet<>(accepted);
      all.addAll(other.accepted);
      return new Sent(all, putOff + other.putOff);
    }
  }

  @Override
  public void close() {
    stopping = true;
    senders.shutdownNow();
  }
}
