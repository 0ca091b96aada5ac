package org.ringfence.knowledge;

/** The words for asking for a held mail. */
public enum ReleaseText implements GuidanceText {
  HEADING,
  WARNING,
  CONFIRM_TEXT,
  CONFIRM_BUTTON,
  BACK_BUTTON,
  ASKED,
  ASKED_BEFORE,
  RELEASED,
  RELEASED_BEFORE,
  REFUSED,
  GONE;
}
