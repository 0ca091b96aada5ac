package org.ringfence.arrival.parse.html;

import org.jsoup.parser.Parser;

/** Character references of HTML (WHATWG HTML §13.5). */
public final class CharacterReferences {
  private CharacterReferences() {}

  /**
   * What {@code reference} stands for; itself where it stands for nothing.
   *
   * @param reference one reference with its ampersand, such as "&amp;zwnj;"
   */
  public static String decode(String reference) {
    return Parser.unescapeEntities(reference, false);
  }
}
