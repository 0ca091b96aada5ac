package org.ringfence.knowledge;

/** The words around the answer to a report. */
public enum ReplyText implements GuidanceText {
  THANKS,
  ABOUT("{subject}"),
  REASONS_HEADING,
  LESSON_HEADING,
  CALLED("{link}"),
  AUTOMATIC;

  private final String places;

  ReplyText() {
    this("");
  }

  ReplyText(String places) {
    this.places = places;
  }

  @Override
  public String places() {
    return places;
  }
}
