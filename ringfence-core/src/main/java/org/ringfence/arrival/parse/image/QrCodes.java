package org.ringfence.arrival.parse.image;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds QR codes (ISO/IEC 18004) in pictures.
 *
 * <p>The picture is made small and grey first: a code that a phone can read off a screen survives
 * that, and the search costs a few milliseconds whatever was sent.
 */
final class QrCodes {
  private static final int SMALLEST_SIDE = 60;
  private static final int SIDE = 1000;
  // Without it the reader skips rows and misses one code in two on a drawn page.
  private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

  /** The contents of the codes in {@code image}, each once. */
  List<String> in(BufferedImage image) {
    if (Math.min(image.getWidth(), image.getHeight()) < SMALLEST_SIDE) {
      return List.of();
    }
    BufferedImage small = Scaling.quickly(image, SIDE);
    BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(grey(small)));
    try {
      return contents(new QRCodeMultiReader().decodeMultiple(bitmap, HINTS));
    } catch (NotFoundException none) {
      return List.of();
    }
  }

  private static LuminanceSource grey(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
  }

  private static List<String> contents(Result[] results) {
    return Arrays.stream(results)
        .map(Result::getText)
        .filter(text -> !text.isBlank())
        .distinct()
        .toList();
  }
}
