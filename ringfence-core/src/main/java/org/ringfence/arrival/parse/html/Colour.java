package org.ringfence.arrival.parse.html;

import java.util.Map;
import java.util.regex.Pattern;

/** CSS colours (CSS Color Level 4) as 24-bit RGB. */
final class Colour {
  static final int BLACK = 0;
  static final int WHITE = 0xFFFFFF;
  static final int LINK = 0x0000EE;

  /** A colour that cannot be told: an image, a gradient, a word we do not know. */
  static final int UNKNOWN = -1;

  /** No paint at all. */
  static final int TRANSPARENT = -2;

  /** Sum of the channels' differences up to which nobody can read one on the other. */
  private static final int INDISTINCT = 36;

  private static final Pattern SEPARATORS = Pattern.compile("[,/\\s]+");

  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("black", BLACK),
          Map.entry("white", WHITE),
          Map.entry("snow", 0xFFFAFA),
          Map.entry("ivory", 0xFFFFF0),
          Map.entry("ghostwhite", 0xF8F8FF),
          Map.entry("whitesmoke", 0xF5F5F5),
          Map.entry("floralwhite", 0xFFFAF0),
          Map.entry("mintcream", 0xF5FFFA),
          Map.entry("azure", 0xF0FFFF),
          Map.entry("red", 0xFF0000),
          Map.entry("green", 0x008000),
          Map.entry("blue", 0x0000FF),
          Map.entry("navy", 0x000080),
          Map.entry("yellow", 0xFFFF00),
          Map.entry("gray", 0x808080),
          Map.entry("grey", 0x808080),
          Map.entry("silver", 0xC0C0C0),
          Map.entry("lightgray", 0xD3D3D3),
          Map.entry("lightgrey", 0xD3D3D3),
          Map.entry("transparent", TRANSPARENT));

  private Colour() {}

  /** Whether text of one colour on the other cannot be seen; unknown colours can. */
  static boolean isIndistinct(int text, int background) {
    if (text == TRANSPARENT) {
      return true;
    }
    if (text < 0 || background < 0) {
      return false;
    }
    return difference(text, background, 16)
            + difference(text, background, 8)
            + difference(text, background, 0)
        <= INDISTINCT;
  }

  private static int difference(int one, int other, int shift) {
    return Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
  }

  /** The colour called {@code css}, in lower case. */
  static int of(String css) {
    String value = css.strip();
    if (value.startsWith("#")) {
      return hex(value.substring(1));
    }
    if (value.startsWith("rgb")) {
      return rgb(value);
    }
    Integer named = NAMES.get(value);
    return named == null ? hexWithoutMark(value) : named;
  }

  /** Presentational attributes may leave the number sign out. */
  private static int hexWithoutMark(String value) {
    return value.length() == 6 ? hex(value) : UNKNOWN;
  }

  private static int hex(String digits) {
    int colour = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit < 0 || i >= 8) {
        return UNKNOWN;
      }
      colour = colour << 4 | digit;
    }
    return switch (digits.length()) {
      case 3 -> widened(colour);
      case 4 -> (colour & 0xF) == 0 ? TRANSPARENT : widened(colour >> 4);
      case 6 -> colour;
      case 8 -> (colour & 0xFF) == 0 ? TRANSPARENT : colour >>> 8;
      default -> UNKNOWN;
    };
  }

  private static int widened(int colour) {
    return (colour >> 8 & 0xF) * 0x110000 + (colour >> 4 & 0xF) * 0x1100 + (colour & 0xF) * 0x11;
  }

  private static int rgb(String value) {
    int open = value.indexOf('(');
    int close = value.indexOf(')');
    if (open < 0 || close < open) {
      return UNKNOWN;
    }
    String[] channels = SEPARATORS.split(value.substring(open + 1, close).strip(), 5);
    if (channels.length < 3) {
      return UNKNOWN;
    }
    if (channels.length > 3 && Length.number(channels[3]) < 0.05) {
      return TRANSPARENT;
    }
    int colour = 0;
    for (int i = 0; i < 3; i++) {
      double scale = channels[i].endsWith("%") ? 2.55 : 1;
      double channel = Length.number(channels[i]) * scale;
      colour = colour << 8 | (int) Math.clamp(channel, 0, 255);
    }
    return colour;
  }

  /** The colour in a background shorthand; an image over it makes it unknown. */
  static int ofBackground(String css) {
    if (css.contains("url(") || css.contains("gradient")) {
      return UNKNOWN;
    }
    int direct = of(css);
    if (direct != UNKNOWN || css.startsWith("rgb")) {
      return direct;
    }
    int space = css.indexOf(' ');
    int colour = space < 0 ? UNKNOWN : of(css.substring(0, space));
    return colour == UNKNOWN && css.equals("none") ? TRANSPARENT : colour;
  }
}
