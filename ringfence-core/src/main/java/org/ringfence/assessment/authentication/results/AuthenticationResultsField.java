package org.ringfence.assessment.authentication.results;

import java.util.List;
import org.ringfence.assessment.authentication.AuthenticationResults;

/**
 * An Authentication-Results field (RFC 8601 §2.2), or the payload of an ARC-Authentication-Results.
 *
 * @param results the results of the methods that Ringfence knows
 * @param others results of other methods, and words unknown for a known one, as "method=word"
 */
public record AuthenticationResultsField(AuthenticationResults results, List<String> others) {
  /** The field name. */
  public static final String NAME = "Authentication-Results";

  public AuthenticationResultsField {
    others = List.copyOf(others);
  }

  /** What reading a field came to. */
  public sealed interface Reading {}

  /**
   * A field.
   *
   * @param field what it says
   */
  public record Parsed(AuthenticationResultsField field) implements Reading {}

  /**
   * Not to be believed by anyone: another reader may take it for something else (RFC 8601 §5).
   *
   * @param reason one sentence
   */
  public record Unparsable(String reason) implements Reading {}

  /** Reads an unfolded field body. Linear in its length; never throws. */
  public static Reading parse(String body) {
    return new FieldParser(body).parse();
  }

  /** The body as we write it; comments and other methods are not kept. */
  public static String print(AuthenticationResults results) {
    return new FieldPrinter(results).print();
  }
}
