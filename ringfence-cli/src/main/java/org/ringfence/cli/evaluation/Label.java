package org.ringfence.cli.evaluation;

/**
 * The known answer for one mail.
 *
 * @param path the mail, relative to the folder of the collection
 * @param label what it is; {@value #CALLBACK} is what Ringfence looks for, all others are not
 * @param carrier the platform that carried it, empty where none is named
 * @param campaign the campaign it belongs to, empty where none is named
 * @param language its language, empty where none is named
 */
public record Label(String path, String label, String carrier, String campaign, String language) {
  /** The label of callback phishing. */
  public static final String CALLBACK = "callback";

  /** Whether Ringfence ought to find it. */
  public boolean isPositive() {
    return label.equals(CALLBACK);
  }
}
