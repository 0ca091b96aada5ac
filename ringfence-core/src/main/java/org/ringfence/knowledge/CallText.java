package org.ringfence.knowledge;

/** The words around the questions for somebody who already called. */
public enum CallText implements GuidanceText {
  TITLE,
  INTRO,
  COMFORT,
  NEVER_TYPE,
  NEXT_BUTTON,
  SKIP_BUTTON,
  BACK_BUTTON,
  DO_HEADING,
  DONE_BUTTON,
  PLAN_HEADING,
  NOTED_HEADING,
  NOTED_HARMS,
  NOTHING_GIVEN,
  CONTACT_HEADING,
  CONTACT_PHONE("{phone}"),
  CONTACT_MAIL("{mail}"),
  CONTACT_HOURS("{hours}"),
  CONTACT_UNKNOWN,
  DESK_KNOWS,
  AUTHORITIES_HEADING,
  AUTHORITY_LINE("{name} {address}"),
  END_HEADING,
  END_TEXT;

  private final String places;

  CallText() {
    this("");
  }

  CallText(String places) {
    this.places = places;
  }

  @Override
  public String places() {
    return places;
  }
}
