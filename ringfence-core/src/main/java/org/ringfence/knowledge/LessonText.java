package org.ringfence.knowledge;

/** The words around the screens of the lesson. */
public enum LessonText implements GuidanceText {
  TITLE,
  INTRO,
  PRIVACY,
  PROGRESS("{step} {total}"),
  EXAMPLE_LABEL,
  OWN_LABEL,
  RIGHT,
  LOOK_AGAIN,
  NEXT_BUTTON,
  AGAIN_BUTTON,
  END_HEADING,
  END_TEXT;

  private final String places;

  LessonText() {
    this("");
  }

  LessonText(String places) {
    this.places = places;
  }

  @Override
  public String places() {
    return places;
  }
}
