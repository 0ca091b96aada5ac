package org.ringfence.arrival.parse.html;

import java.nio.charset.Charset;
import org.jsoup.nodes.Entities;

/** Character references of HTML (WHATWG HTML §13.5). */
public final class CharacterReferences {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private CharacterReferences() {}

  /**
   * What {@code reference} stands for; itself where it stands for nothing.
   *
   * @param reference one reference with its ampersand, such as "&amp;zwnj;" or "&amp;#x38;"
   */
  public static String decode(String reference) {
    int end = reference.endsWith(";") ? reference.length() - 1 : reference.length();
    String name = reference.substring(Math.min(1, end), end);
    String meaning = name.startsWith("#") ? numeric(name) : Entities.getByName(name);
    return meaning.isEmpty() ? reference : meaning;
  }

  private static String numeric(String name) {
    boolean hex = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean control = code >= 0x80 && code < 0xA0;
      return control
          ? new String(new byte[] {(byte) code}, WINDOWS_1252)
          : Character.isValidCodePoint(code) ? Character.toString(code) : "";
    } catch (NumberFormatException noNumber) {
      return "";
    }
  }
}
