package org.ringfence.connector.tesseract;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.arrival.parse.part.TextRecognizer.Recognition;
import org.ringfence.arrival.parse.part.TextRecognizer.Recognition.NotRecognized;
import org.ringfence.arrival.parse.part.TextRecognizer.Recognition.Recognized;

/** Programs of the tests' own stand for tesseract: they fail in ways the real one seldom does. */
@Timeout(30)
class TesseractRecognizerTest {
  private static final String LANGUAGES =
      "if [ \"$1\" = --list-langs ]; then echo eng; exit 0; fi\n";
  private static final BufferedImage IMAGE = new BufferedImage(400, 60, BufferedImage.TYPE_INT_RGB);

  @TempDir Path folder;

  private TesseractRecognizer program(String script) throws IOException {
    Path file = folder.resolve("program");
    Files.writeString(file, "#!/bin/sh\n" + LANGUAGES + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new TesseractRecognizer(settings(file.toString()));
  }

  private static TesseractSettings settings(String command) {
    return new TesseractSettings(command, List.of("eng"), 1, 1L << 30, Duration.ofSeconds(1));
  }

  private static Recognition recognize(TesseractRecognizer recognizer) {
    long start = System.nanoTime();
    Recognition recognition = recognizer.recognize(IMAGE, Duration.ofSeconds(20));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    return recognition;
  }

  @Test
  void outputOfTheProgram_isTheText() throws IOException {
    var recognizer = program("cat > /dev/null; printf 'Call us\\nnow\\n\\f'");

    assertThat(recognize(recognizer)).isEqualTo(new Recognized("Call us\nnow"));
  }

  @Test
  void programThatHangs_isKilled() throws IOException {
    assertThat(recognize(program("sleep 60"))).isInstanceOf(NotRecognized.class);
  }

  @Test
  void childThatOutlivesTheProgram_isNotWaitedFor() throws IOException {
    // Whether the pipe counts as ended when the program has, is a race; there is no text either
    // way.
    assertThat(recognize(program("sleep 60 & exit 0")))
        .matches(result -> result instanceof NotRecognized || result.equals(new Recognized("")));
  }

  @Test
  void programThatWritesWithoutEnd_isKilled() throws IOException {
    assertThat(recognize(program("yes"))).isInstanceOf(NotRecognized.class);
  }

  @Test
  void programThatFailsWithoutReading_isNoText() throws IOException {
    assertThat(recognize(program("exit 3")))
        .isEqualTo(new NotRecognized("Tesseract ended with exit code 3."));
  }

  @Test
  void programThatCrashes_isNoText() throws IOException {
    assertThat(recognize(program("kill -SEGV $$"))).isInstanceOf(NotRecognized.class);
  }

  @Test
  void slotIsFreeAgain_afterAHang() throws IOException {
    var recognizer =
        program("if mkdir \"$0.first\" 2>/dev/null; then sleep 60; fi; cat > /dev/null; echo text");

    assertThat(recognize(recognizer)).isInstanceOf(NotRecognized.class);
    assertThat(recognize(recognizer)).isEqualTo(new Recognized("text"));
  }

  @Test
  void absentProgram_saysWhatToInstall() {
    var recognizer = new TesseractRecognizer(settings("/nowhere/tesseract"));

    assertThat(recognizer.isAvailable()).isFalse();
    assertThat(recognize(recognizer))
        .isInstanceOfSatisfying(
            NotRecognized.class,
            not -> assertThat(not.reason()).contains("install the package tesseract-ocr"));
  }

  @Test
  void languageThatIsNotInstalled_isNamed() throws IOException {
    Path file = folder.resolve("other");
    Files.writeString(file, "#!/bin/sh\necho osd\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(recognize(new TesseractRecognizer(settings(file.toString()))))
        .isInstanceOfSatisfying(
            NotRecognized.class, not -> assertThat(not.reason()).contains("[eng]"));
  }

  /** With tesseract the text is read; without it the reason is given. Both are right. */
  @Test
  void realProgram_readsTheTextOrSaysWhyNot() {
    var recognizer = new TesseractRecognizer(TesseractSettings.standard());
    Recognition recognition = recognizer.recognize(drawn(), Duration.ofSeconds(20));

    switch (recognition) {
      case Recognized(String text) -> assertThat(text).contains("808").contains("555");
      case NotRecognized(String reason) ->
          assertThat(recognizer.isAvailable()).as(reason).isFalse();
    }
  }

  private static BufferedImage drawn() {
    BufferedImage image = new BufferedImage(1000, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 1000, 400);
    graphics.setColor(Color.BLACK);
    graphics.setFont(graphics.getFont().deriveFont(40f));
    graphics.drawString("Your plan was renewed for 389.90 USD", 40, 100);
    graphics.drawString("Call +1 (808) 555-0142 today", 40, 200);
    graphics.dispose();
    return image;
  }
}
