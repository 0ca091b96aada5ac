package org.ringfence.arrival.parse.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.ringfence.mail.Deadline;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/**
 * Decodes a picture after a look at its dimensions.
 *
 * <p>A decoder walks over every pixel in the file, whatever is kept of them, so the file's pixels
 * bound the time and the kept ones bound the memory. Up to {@link #KEPT_PIXELS} all are kept;
 * beyond, every n-th.
 */
final class PictureDecoder {
  private static final int KEPT_PIXELS = 12_000_000;
  // A walk of 4 × 25 million pixels takes about one second.
  private static final int WALK = 4;
  private static final int SMALLEST_WIDTH = 40;
  private static final int SMALLEST_HEIGHT = 20;

  private PictureDecoder() {}

  /** What came of it. */
  sealed interface Decoded {
    /** The picture, perhaps with every n-th pixel only. */
    record Picture(BufferedImage image) implements Decoded {}

    /** Nothing can be read in so few pixels. */
    record TooSmall() implements Decoded {}

    /** Too many pixels to decode. */
    record TooLarge() implements Decoded {}

    /** The time was up. */
    record TimeUp() implements Decoded {}
  }

  static Decoded decode(Octets octets, PictureFormat format, Limits limits, Deadline deadline)
      throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format.imageIoName()).next();
    // Not ImageIO.createImageInputStream: that one writes a temporary file.
    try (var input = new MemoryCacheImageInputStream(octets.stream())) {
      reader.setInput(input, true, true);
      return decode(reader, limits, deadline);
    } finally {
      reader.dispose();
    }
  }

  private static Decoded decode(ImageReader reader, Limits limits, Deadline deadline)
      throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT) {
      return new Decoded.TooSmall();
    }
    long pixels = (long) width * height;
    if (pixels > (long) WALK * limits.imagePixels()) {
      return new Decoded.TooLarge();
    }
    ImageReadParam param = reader.getDefaultReadParam();
    int kept = Math.min(KEPT_PIXELS, limits.imagePixels());
    int step = (int) Math.ceil(Math.sqrt((double) pixels / kept));
    param.setSourceSubsampling(step, step, 0, 0);
    param.setSourceRegion(new Rectangle(width, height));
    StopAtDeadline stop = new StopAtDeadline(deadline);
    reader.addIIOReadProgressListener(stop);
    BufferedImage image = reader.read(0, param);
    return stop.stopped() ? new Decoded.TimeUp() : new Decoded.Picture(image);
  }
}
