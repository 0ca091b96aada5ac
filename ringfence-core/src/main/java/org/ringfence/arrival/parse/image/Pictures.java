package org.ringfence.arrival.parse.image;

import java.awt.image.BufferedImage;
import java.util.Locale;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.arrival.parse.part.TextRecognizer;
import org.ringfence.arrival.parse.part.TextRecognizer.Recognition;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** Reads what a decoded picture shows: its QR codes and, by the recogniser, its text. */
public final class Pictures {
  private static final String SWITCHED_OFF = "The reading of pictures is switched off.";

  private final TextRecognizer recognizer;
  private final boolean lookedAt;
  private final QrCodes codes = new QrCodes();

  /** Pictures whose text {@code recognizer} reads. */
  public Pictures(TextRecognizer recognizer) {
    this(recognizer, true);
  }

  private Pictures(TextRecognizer recognizer, boolean lookedAt) {
    this.recognizer = recognizer;
    this.lookedAt = lookedAt;
  }

  /** Pictures that nobody looks at, for a site that has no time for them: each is a defect. */
  public static Pictures notLookedAt() {
    return new Pictures((image, time) -> new Recognition.NotRecognized(SWITCHED_OFF), false);
  }

  /** Whether it is worth the while to decode or draw a picture. */
  public boolean areLookedAt() {
    return lookedAt;
  }

  /** Records a picture that was not decoded because nobody looks at pictures. */
  public void pass(Place place, PartSink out) {
    out.defect(Kind.NOT_RECOGNISED, place, SWITCHED_OFF);
  }

  /**
   * Reads {@code image} into {@code out}. The caller has taken it from the budget of pictures. Text
   * that cannot be had is one defect.
   */
  public void read(BufferedImage image, Place place, PartSink out) {
    readCodes(image, place, out);
    if (out.deadline().isOver()) {
      out.defect(Kind.TIME_OUT, place, "The time was up before the picture was read.");
      return;
    }
    BufferedImage bearable = Scaling.within(image, Scaling.TEXT_PIXELS);
    switch (recognizer.recognize(bearable, out.deadline().left())) {
      case Recognition.Recognized(String text) -> {
        if (!text.isBlank()) {
          out.surface(new Surface(SurfaceKind.IMAGE, place, text));
        }
      }
      case Recognition.NotRecognized(String reason) ->
          out.defect(Kind.NOT_RECOGNISED, place, reason);
    }
  }

  /** Reads the QR codes of {@code image} only. */
  public void readCodes(BufferedImage image, Place place, PartSink out) {
    for (String content : codes.in(image)) {
      Place code = place.at("QR code");
      out.surface(new Surface(SurfaceKind.QR, code, content));
      if (content.toLowerCase(Locale.ROOT).startsWith("tel:")) {
        out.surface(new Surface(SurfaceKind.TEL_LINK, code, content));
      }
    }
  }
}
