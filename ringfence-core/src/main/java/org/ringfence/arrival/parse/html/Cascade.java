package org.ringfence.arrival.parse.html;

import static org.ringfence.arrival.parse.html.Property.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The declarations that hold for one element (CSS Cascading Level 4), and the style they make. */
final class Cascade {
  private static final double OPAQUE = 0.05;

  private final Map<Property, Declaration> holding = new EnumMap<>(Property.class);

  /** Adds declarations that outrank the earlier ones. */
  void add(List<Declaration> declarations) {
    for (Declaration declaration : declarations) {
      Declaration earlier = holding.get(declaration.property());
      if (earlier == null || !earlier.important() || declaration.important()) {
        holding.put(declaration.property(), declaration);
      }
    }
  }

  /** Adds a presentational attribute, which everything outranks. */
  void hint(Property property, String value) {
    if (!value.isEmpty()) {
      holding.putIfAbsent(property, new Declaration(property, value, false));
    }
  }

  /** Whether nothing was declared at all. */
  boolean isEmpty() {
    return holding.isEmpty();
  }

  /** The value of {@code property}, empty where none was declared. */
  String value(Property property) {
    Declaration declaration = holding.get(property);
    return declaration == null ? "" : declaration.value();
  }

  /** The style of the element whose parent has {@code parent}. */
  Style style(Style parent) {
    return new Style(
        parent.gone() || hasNoBox() || isClipped() || isOffScreen(),
        invisible(parent),
        preformatted(parent),
        fontSize(parent),
        colour(parent),
        background(parent));
  }

  private boolean hasNoBox() {
    double opacity = Length.number(value(OPACITY));
    return value(DISPLAY).startsWith("none") || value(MSO_HIDE).equals("all") || opacity < OPAQUE;
  }

  /** Without {@code overflow:hidden} text flows out of a box of no size and is seen. */
  private boolean isClipped() {
    String overflow = value(OVERFLOW);
    boolean cuts = overflow.startsWith("hidden") || overflow.startsWith("clip");
    boolean flat =
        Length.isZero(value(HEIGHT))
            || Length.isZero(value(MAX_HEIGHT))
            || Length.isZero(value(WIDTH))
            || Length.isZero(value(MAX_WIDTH));
    return (cuts && flat)
        || value(CLIP).startsWith("rect(0")
        || value(CLIP_PATH).startsWith("inset(50%")
        || value(CLIP_PATH).startsWith("inset(100%")
        || value(CLIP_PATH).startsWith("circle(0")
        || value(TRANSFORM).startsWith("scale(0)");
  }

  private boolean isOffScreen() {
    boolean moved = isPositioned() || value(POSITION).equals("relative");
    return Length.isFarOff(value(TEXT_INDENT))
        || Length.isFarOff(value(MARGIN_LEFT))
        || Length.isFarOff(value(MARGIN_TOP))
        || (moved
            && (Length.isFarOff(value(LEFT))
                || Length.isFarOff(value(TOP))
                || Length.isFarOff(value(RIGHT))
                || Length.isFarOff(value(BOTTOM))));
  }

  private boolean isPositioned() {
    return value(POSITION).equals("absolute") || value(POSITION).equals("fixed");
  }

  private boolean invisible(Style parent) {
    return switch (value(VISIBILITY)) {
      case "hidden", "collapse" -> true;
      case "visible", "initial" -> false;
      default -> parent.invisible();
    };
  }

  private boolean preformatted(Style parent) {
    String value = value(WHITE_SPACE);
    boolean inherits = value.isEmpty() || value.equals("inherit");
    return inherits ? parent.preformatted() : value.startsWith("pre") || value.startsWith("break");
  }

  private double fontSize(Style parent) {
    String size = value(FONT_SIZE);
    if (size.isEmpty() && !value(FONT).isEmpty()) {
      size = sizeIn(value(FONT));
    }
    return Length.fontSize(size, parent.fontSize());
  }

  /** The size in a font shorthand: the last number with a unit, or a zero. */
  private static String sizeIn(String font) {
    String size = "";
    for (String word : font.split(" ", 20)) {
      String first = word.indexOf('/') < 0 ? word : word.substring(0, word.indexOf('/'));
      double number = Length.number(first);
      char last = first.isEmpty() ? ' ' : first.charAt(first.length() - 1);
      if (number == 0 || (number > 0 && !Character.isDigit(last))) {
        size = first;
      }
    }
    return size;
  }

  private int colour(Style parent) {
    String value = value(COLOR);
    return value.isEmpty() || value.equals("inherit") ? parent.colour() : Colour.of(value);
  }

  /** What is laid over other things has an unknown background unless it brings its own. */
  private int background(Style parent) {
    String image = value(BACKGROUND_IMAGE);
    if (!image.isEmpty() && !image.equals("none")) {
      return Colour.UNKNOWN;
    }
    String value = value(BACKGROUND_COLOR);
    if (value.isEmpty()) {
      value = value(BACKGROUND);
    }
    int own = value.isEmpty() ? Colour.TRANSPARENT : Colour.ofBackground(value);
    if (own != Colour.TRANSPARENT && !value.equals("inherit") && !value.equals("initial")) {
      return own;
    }
    return isPositioned() ? Colour.UNKNOWN : parent.background();
  }
}
