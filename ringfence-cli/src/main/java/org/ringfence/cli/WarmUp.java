package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Octets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the bundled mails judged for a while: a young process is many times slower than one that has
 * seen some hundred mails, and the first real ones should not pay for it.
 *
 * @param examples the folder of the platforms, with their mails
 * @param time how long
 */
record WarmUp(Path examples, Duration time) {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final int MOST = 200;

  /** Judges, one mail after the other, until the time is up. */
  void run(Consumer<Arrival> judge) {
    List<Octets> mails = mails();
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; !mails.isEmpty() && end - System.nanoTime() > 0; i++) {
      judge.accept(Arrival.ofFile(mails.get(i % mails.size())));
    }
  }

  private List<Octets> mails() {
    try (Stream<Path> files = Files.walk(examples)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .limit(MOST)
          .map(WarmUp::read)
          .toList();
    } catch (IOException unreadable) {
      LOG.warn("There is nothing to warm up with: {}", unreadable.getMessage());
      return List.of();
    }
  }

  private static Octets read(Path file) {
    try {
      return Octets.of(Files.readAllBytes(file));
    } catch (IOException gone) {
      return Octets.empty();
    }
  }
}
