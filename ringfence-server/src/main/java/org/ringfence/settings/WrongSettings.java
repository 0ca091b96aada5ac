package org.ringfence.settings;

import java.util.List;

/** Settings that cannot be used; the message shows all that is wrong with them. */
public final class WrongSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongSettings(String sentence) {
    super(sentence);
  }

  /**
   * @param inFile the problems of the file, each with its place, or nothing
   * @param others the problems of options
   */
  WrongSettings(int count, String inFile, List<String> others) {
    super(
        "The settings cannot be used: "
            + (count == 1 ? "1 error" : count + " errors")
            + ".\n"
            + inFile
            + String.join("\n", others));
  }
}
