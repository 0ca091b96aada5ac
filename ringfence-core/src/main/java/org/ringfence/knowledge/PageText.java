package org.ringfence.knowledge;

/** The words of the page that explains a mail to its recipient. */
public enum PageText implements GuidanceText {
  TITLE,
  LANGUAGE_LABEL,
  VERDICT_PHISHING,
  VERDICT_SUSPICIOUS,
  VERDICT_CLEARED,
  GENUINE_HEADING,
  GENUINE_PLATFORM("{platform}"),
  GENUINE_DOMAIN("{domain}"),
  GENUINE_COPY("{platform}"),
  GENUINE_NOTHING,
  TYPED_HEADING,
  TYPED_SLOT("{platform}"),
  TYPED_ALL,
  PICTURE_LABEL,
  PICTURE_PLATFORM("{platform}"),
  PICTURE_STRANGER,
  CALL_HEADING,
  CALL_TEXT,
  CALL_PUBLISHED("{brand} {number}"),
  HALLMARKS_HEADING,
  CHECK_HEADING,
  CHECK_BOOKMARK,
  CHECK_PORTAL("{name} {address}"),
  CHECK_CARD,
  CHECK_ASK,
  SAY_HEADING,
  REPORT_BUTTON,
  REPORT_HINT,
  EXPECTED_BUTTON,
  EXPECTED_HINT,
  CALLED_BUTTON,
  CALLED_HINT,
  CONFIRM_REPORT,
  CONFIRM_EXPECTED,
  CONFIRM_BUTTON,
  BACK_BUTTON,
  AFTER_REPORT,
  AFTER_EXPECTED,
  AFTER_CALLED,
  TOLD_BEFORE,
  EXPIRED_HEADING,
  EXPIRED_TEXT,
  INVALID_HEADING,
  INVALID_TEXT,
  TROUBLE_HEADING,
  TROUBLE_TEXT,
  KEEPS_HEADING,
  KEEPS_TEXT;

  private final String places;

  PageText() {
    this("");
  }

  PageText(String places) {
    this.places = places;
  }

  @Override
  public String places() {
    return places;
  }
}
