package org.ringfence.connector.tesseract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ringfence.arrival.parse.part.TextRecognizer;

/**
 * Recognises text by tesseract (4 or 5) in a process of its own.
 *
 * <p>A crash, a hang or a flood of output of that process costs the text of one picture and nothing
 * else. The library in this process would be faster by about 100 ms and would put a native parser
 * of hostile pictures into the address space of the filter. The picture is sent as plain grey
 * pixels (PGM), which leaves the program nothing to decode.
 *
 * <p>Whether the program is there, and which languages it has, is looked up once, when the
 * recogniser is made. It may be shared between threads.
 */
public final class TesseractRecognizer implements TextRecognizer {
  private static final Duration PROBE = Duration.ofSeconds(5);

  private final TesseractSettings settings;
  private final Semaphore processes;
  private final List<String> command;
  private final String missing;

  /** A recogniser that runs tesseract as {@code settings} say. */
  public TesseractRecognizer(TesseractSettings settings) {
    this.settings = settings;
    this.processes = new Semaphore(settings.processes());
    List<String> installed = installedLanguages(settings);
    List<String> languages = settings.languages().stream().filter(installed::contains).toList();
    this.command = command(settings, languages);
    this.missing = missing(settings, installed, languages);
  }

  /** Whether tesseract was found with at least one of the languages wanted. */
  public boolean isAvailable() {
    return missing.isEmpty();
  }

  @Override
  public Recognition recognize(BufferedImage image, Duration time) {
    if (!isAvailable()) {
      return new Recognition.NotRecognized(missing);
    }
    Duration most = time.compareTo(settings.time()) < 0 ? time : settings.time();
    long end = System.nanoTime() + most.toNanos();
    try {
      if (!processes.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
        return new Recognition.NotRecognized("All processes of tesseract were busy for too long.");
      }
      try {
        return run(image, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      } finally {
        processes.release();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Recognition.NotRecognized("The text recognition was interrupted.");
    }
  }

  private Recognition run(BufferedImage image, Duration time) throws InterruptedException {
    try {
      Optional<BoundedProcess.Outcome> outcome = BoundedProcess.run(command, pgm(image), time);
      if (outcome.isEmpty()) {
        return new Recognition.NotRecognized("Tesseract did not end in time.");
      }
      if (outcome.get().exitCode() != 0) {
        return new Recognition.NotRecognized(
            "Tesseract ended with exit code " + outcome.get().exitCode() + ".");
      }
      return new Recognition.Recognized(text(outcome.get().output()));
    } catch (IOException unstartable) {
      return new Recognition.NotRecognized("Tesseract could not be started.");
    }
  }

  private static String text(String output) {
    // Tesseract ends each page with a form feed.
    return output.replace("\f", "").strip();
  }

  /** The picture as a binary PGM: width, height, and one octet of grey for each pixel. */
  private static byte[] pgm(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = grey.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    ByteArrayOutputStream pgm = new ByteArrayOutputStream(pixels.length + 32);
    pgm.writeBytes(("P5\n" + width + " " + height + "\n255\n").getBytes(UTF_8));
    pgm.writeBytes(pixels);
    return pgm.toByteArray();
  }

  private static List<String> command(TesseractSettings settings, List<String> languages) {
    List<String> command = new ArrayList<>();
    if (starts(List.of("prlimit", "--version"))) {
      command.addAll(List.of("prlimit", "--as=" + settings.memoryBytes(), "--core=0"));
    }
    command.add(settings.command());
    // Mode 3: a page is cut into columns and blocks by itself, upright text assumed.
    command.addAll(
        List.of(
            "stdin", "stdout", "-l", String.join("+", languages), "--psm", "3", "--dpi", "150"));
    return List.copyOf(command);
  }

  private static List<String> installedLanguages(TesseractSettings settings) {
    return probe(List.of(settings.command(), "--list-langs"))
        .map(outcome -> outcome.output().lines().map(String::strip).toList())
        .orElse(List.of());
  }

  private static String missing(
      TesseractSettings settings, List<String> installed, List<String> languages) {
    if (installed.isEmpty()) {
      return "tesseract is not installed; install the package tesseract-ocr, or set its path"
          + " instead"
          + " of \"%s\".".formatted(settings.command());
    }
    return languages.isEmpty()
        ? "tesseract has none of the languages %s; install a package tesseract-ocr-<language>."
            .formatted(settings.languages())
        : "";
  }

  private static boolean starts(List<String> command) {
    return probe(command).isPresent();
  }

  private static Optional<BoundedProcess.Outcome> probe(List<String> command) {
    try {
      return BoundedProcess.run(command, new byte[0], PROBE)
          .filter(outcome -> outcome.exitCode() == 0);
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
