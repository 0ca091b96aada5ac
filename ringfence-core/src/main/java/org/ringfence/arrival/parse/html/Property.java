package org.ringfence.arrival.parse.html;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The CSS properties that decide whether text is seen and how it is laid out. */
enum Property {
  DISPLAY("display"),
  VISIBILITY("visibility"),
  OPACITY("opacity"),
  FONT_SIZE("font-size"),
  FONT("font"),
  COLOR("color"),
  BACKGROUND_COLOR("background-color"),
  BACKGROUND("background"),
  BACKGROUND_IMAGE("background-image"),
  HEIGHT("height"),
  MAX_HEIGHT("max-height"),
  WIDTH("width"),
  MAX_WIDTH("max-width"),
  OVERFLOW("overflow"),
  TEXT_INDENT("text-indent"),
  POSITION("position"),
  LEFT("left"),
  TOP("top"),
  RIGHT("right"),
  BOTTOM("bottom"),
  MARGIN_LEFT("margin-left"),
  MARGIN_TOP("margin-top"),
  WHITE_SPACE("white-space"),
  CLIP("clip"),
  CLIP_PATH("clip-path"),
  TRANSFORM("transform"),
  MSO_HIDE("mso-hide"),
  CONTENT("content");

  private static final Map<String, Property> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(property -> property.css, Function.identity()));

  private final String css;

  Property(String css) {
    this.css = css;
  }

  /** The property called {@code name} in lower case. */
  static Optional<Property> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
