package org.ringfence.settings;

/** A text that no log, message or dump of a record may show. */
public final class Secret {
  private final String text;

  Secret(String text) {
    this.text = text;
  }

  /** The text, for whoever has to send it. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
