package org.ringfence.arrival.parse.html;

/** CSS lengths (CSS Values Level 4), in pixels where that can be told. */
final class Length {
  private static final double POINT = 96.0 / 72;
  private static final double ROOT = 16;

  private Length() {}

  /** The number {@code css} begins with, {@link Double#NaN} where there is none. */
  static double number(String css) {
    int end = numberEnd(css);
    if (end == 0 || end > 20) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(css.substring(0, end));
    } catch (NumberFormatException notOne) {
      return Double.NaN;
    }
  }

  private static int numberEnd(String css) {
    int end = 0;
    while (end < css.length() && "+-.0123456789".indexOf(css.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** {@code css} in pixels; {@code em} is the size that em and percent refer to. */
  static double pixels(String css, double em) {
    double number = number(css);
    return switch (css.substring(numberEnd(css)).strip()) {
      case "pt" -> number * POINT;
      case "pc" -> number * POINT * 12;
      case "in" -> number * 96;
      case "cm" -> number * 96 / 2.54;
      case "mm" -> number * 96 / 25.4;
      case "em" -> number * em;
      case "ex", "ch" -> number * em / 2;
      case "%" -> number * em / 100;
      case "rem" -> number * ROOT;
      case "vw", "vh" -> number * 8;
      default -> number;
    };
  }

  /** Whether {@code css} is a length of nothing or next to nothing, in whatever unit. */
  static boolean isZero(String css) {
    if (css.isEmpty()) {
      return false;
    }
    double pixels = pixels(css, ROOT);
    return pixels >= 0 && pixels <= 1;
  }

  /** Whether {@code css} moves something out of sight. */
  static boolean isFarOff(String css) {
    if (css.isEmpty()) {
      return false;
    }
    double pixels = pixels(css, ROOT);
    return pixels <= -400 || (css.endsWith("%") && pixels <= -ROOT) || pixels >= 5_000;
  }

  /** A font size in pixels. */
  static double fontSize(String css, double parent) {
    return switch (css) {
      case "", "inherit", "unset" -> parent;
      case "xx-small" -> 9;
      case "x-small" -> 10;
      case "small" -> 13;
      case "medium", "initial" -> 16;
      case "large" -> 18;
      case "x-large" -> 24;
      case "xx-large" -> 32;
      case "smaller" -> parent / 1.2;
      case "larger" -> parent * 1.2;
      default -> {
        double pixels = pixels(css, parent);
        yield Double.isNaN(pixels) ? parent : pixels;
      }
    };
  }
}
