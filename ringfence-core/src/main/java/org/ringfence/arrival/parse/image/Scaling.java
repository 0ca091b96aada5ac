package org.ringfence.arrival.parse.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller. */
final class Scaling {
  /** What a text recogniser reads well and soon: a page at 170 dots per inch. */
  static final int TEXT_PIXELS = 3_000_000;

  private Scaling() {}

  /** {@code image} itself, or a smaller copy of at most {@code pixels}. */
  static BufferedImage within(BufferedImage image, int pixels) {
    double area = (double) image.getWidth() * image.getHeight();
    if (area <= pixels) {
      return image;
    }
    return drawn(image, Math.sqrt(pixels / area), RenderingHints.VALUE_INTERPOLATION_BILINEAR);
  }

  /**
   * A copy of {@code image} with its longer side at most {@code side} pixels, from single pixels.
   */
  static BufferedImage quickly(BufferedImage image, int side) {
    double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
    return drawn(image, scale, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
  }

  private static BufferedImage drawn(BufferedImage image, double scale, Object interpolation) {
    int width = Math.max(1, (int) (image.getWidth() * scale));
    int height = Math.max(1, (int) (image.getHeight() * scale));
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    // Transparent pictures are shown on white by every client; black would hide black text.
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return copy;
  }
}
