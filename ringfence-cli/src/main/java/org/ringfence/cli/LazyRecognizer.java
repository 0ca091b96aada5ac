package org.ringfence.cli;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringfence.arrival.parse.part.TextRecognizer;

/**
 * A recogniser made when the first picture comes: looking for tesseract starts a process, which
 * most mails are not worth.
 */
final class LazyRecognizer implements TextRecognizer {
  private final Supplier<TextRecognizer> maker;
  private @Nullable TextRecognizer made;

  LazyRecognizer(Supplier<TextRecognizer> maker) {
    this.maker = maker;
  }

  @Override
  public Recognition recognize(BufferedImage image, Duration time) {
    return recognizer().recognize(image, time);
  }

  private synchronized TextRecognizer recognizer() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }
}
