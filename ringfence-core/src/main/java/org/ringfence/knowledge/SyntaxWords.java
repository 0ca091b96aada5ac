package org.ringfence.knowledge;

/**
 * What the YAML library complains of, in an author's words.
 *
 * @param what what is wrong
 * @param next what to do
 */
record SyntaxWords(String what, String next) {
  static SyntaxWords of(String complaint) {
    if (complaint.contains("\\t")) {
      return new SyntaxWords("a tab cannot indent in YAML", "use spaces");
    }
    if (complaint.startsWith("expected <block end>, but found '<block ")) {
      return new SyntaxWords(
          "the indentation does not fit the lines above",
          "begin the line exactly below those it belongs with");
    }
    if (complaint.startsWith("expected <block end>, but found")) {
      return new SyntaxWords(
          "more text follows a brace, bracket or quote that ends the value",
          "put the whole text in quotes");
    }
    if (complaint.startsWith("mapping values are not allowed here")) {
      return new SyntaxWords(
          "a colon and a space make a key, and none can stand here",
          "put the whole text in quotes, or look at the indentation");
    }
    return new SyntaxWords("not YAML: " + complaint, "check quotes, brackets and indentation");
  }
}
