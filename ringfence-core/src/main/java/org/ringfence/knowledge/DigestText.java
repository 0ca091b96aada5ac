package org.ringfence.knowledge;

/** The words of the list of held mails. */
public enum DigestText implements GuidanceText {
  SUBJECT("{count}"),
  HEADING,
  INTRO,
  FROM_LABEL,
  SUBJECT_LABEL,
  RECEIVED_LABEL,
  REASON_LABEL,
  SAFE_NOTE,
  REQUEST_LINK("{link}"),
  NOTHING_TO_DO,
  MORE("{count}"),
  EMPTY,
  FOOTER;

  private final String places;

  DigestText() {
    this("");
  }

  DigestText(String places) {
    this.places = places;
  }

  @Override
  public String places() {
    return places;
  }
}
