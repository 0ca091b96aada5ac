package org.ringfence.assessment.authentication.results;

import org.ringfence.assessment.authentication.AuthenticationResults;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.Property;

/**
 * Writes a field body (RFC 8601 §2.2). Values come from strangers: whatever is no plain token is
 * quoted, and what could end the field or the line is not written at all.
 */
final class FieldPrinter {
  private static final int VALUE_CHARS = 400;

  /** RFC 2045 §5.1 without the at sign, which RFC 8601 §2.2 lets stand in addresses. */
  private static final String NO_TOKEN = "()<>,;:\\\"/[]?= ";

  private final AuthenticationResults results;
  private final StringBuilder out = new StringBuilder();

  FieldPrinter(AuthenticationResults results) {
    this.results = results;
  }

  String print() {
    value(results.authservId());
    if (results.results().isEmpty()) {
      return out.append("; none").toString();
    }
    for (MethodResult result : results.results()) {
      out.append("; ").append(result.method().key()).append('=').append(result.code().key());
      if (!result.reason().isEmpty()) {
        out.append(" reason=");
        quoted(result.reason());
      }
      result.properties().forEach(this::property);
    }
    return out.toString();
  }

  private void property(Property property) {
    if (isKeyword(property.ptype()) && isKeyword(property.property())) {
      out.append(' ').append(property.ptype()).append('.').append(property.property()).append('=');
      value(property.pvalue());
    }
  }

  private static boolean isKeyword(String word) {
    return !word.isEmpty()
        && word.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-'));
  }

  private void value(String value) {
    boolean isToken =
        !value.isEmpty()
            && value.length() <= VALUE_CHARS
            && value.chars().allMatch(c -> c > ' ' && c < 0x7F && NO_TOKEN.indexOf(c) < 0);
    if (isToken) {
      out.append(value);
    } else {
      quoted(value);
    }
  }

  private void quoted(String value) {
    out.append('"');
    value
        .chars()
        .limit(VALUE_CHARS)
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\');
              }
              out.append(c >= ' ' && c < 0x7F ? (char) c : '?');
            });
    out.append('"');
  }
}
