package org.ringfence.door.http.person;

import java.util.List;
import org.ringfence.knowledge.GuidanceTexts;

/**
 * What every page has around it.
 *
 * @param reading its language, and the others
 * @param title its title
 * @param path where the same page is in other languages, without a query; empty where nowhere
 */
public record Shown(Reading reading, String title, String path) {
  /** Its language. */
  public String language() {
    return reading.language();
  }

  /** The texts of its language. */
  public GuidanceTexts texts() {
    return reading.texts();
  }

  /** The other languages. */
  public List<GuidanceTexts> others() {
    return reading.languages().stream()
        .filter(other -> !other.language().equals(reading.language()))
        .toList();
  }
}
