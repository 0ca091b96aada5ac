package org.ringfence.arrival.parse.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.ringfence.arrival.parse.image.PictureDecoder.Decoded;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;

/**
 * Reads PNG, JPEG, GIF (its first picture) and BMP.
 *
 * <p>The dimensions are read first; tracking pixels and icons, too small to hold a telephone
 * number, are passed over in silence, and giants are a defect instead of an allocation. WebP, HEIF,
 * AVIF and TIFF are recorded as UNSUPPORTED.
 */
public final class PictureReader implements AttachmentReader {
  /** Octets that no readable picture is stored in. */
  private static final int TRACKING_PIXEL = 400;

  private final Pictures pictures;

  /** A reader that has decoded pictures read by {@code pictures}. */
  public PictureReader(Pictures pictures) {
    this.pictures = pictures;
  }

  /** SVG is text, not a picture; another reader has it. */
  @Override
  public boolean accepts(Attachment attachment) {
    return PictureFormat.of(attachment.octets()).isPresent()
        || (attachment.mediaType().startsWith("image/")
            && !attachment.mediaType().equals("image/svg+xml"));
  }

  @Override
  public void read(Attachment attachment, PartSink out) {
    Place place = attachment.place();
    Optional<PictureFormat> format = PictureFormat.of(attachment.octets());
    if (format.isEmpty() || !format.get().isReadable()) {
      out.defect(Kind.UNSUPPORTED, place, "Pictures of this format are not read.");
      return;
    }
    if (!pictures.areLookedAt()) {
      if (attachment.octets().length() > TRACKING_PIXEL) {
        pictures.pass(place, out);
      }
      return;
    }
    try {
      Decoded decoded =
          PictureDecoder.decode(attachment.octets(), format.get(), out.limits(), out.deadline());
      switch (decoded) {
        case Decoded.Picture(BufferedImage image) -> readImage(image, place, out);
        case Decoded.TooSmall() -> {}
        case Decoded.TooLarge() ->
            out.defect(Kind.LIMIT_REACHED, place, "The picture has too many pixels.");
        case Decoded.TimeUp() ->
            out.defect(Kind.TIME_OUT, place, "The time was up before the picture was decoded.");
      }
    } catch (IOException | RuntimeException broken) {
      // ImageIO's readers throw unchecked exceptions of many kinds on broken input.
      out.defect(Kind.UNREADABLE, place, "The picture is broken.");
    }
  }

  private void readImage(BufferedImage image, Place place, PartSink out) {
    if (out.takeImage()) {
      pictures.read(image, place, out);
    } else {
      out.defect(Kind.LIMIT_REACHED, place, "The message has too many pictures.");
    }
  }
}
