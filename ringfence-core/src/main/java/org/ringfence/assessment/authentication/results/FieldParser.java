package org.ringfence.assessment.authentication.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringfence.assessment.authentication.AuthenticationResults;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.Property;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.results.AuthenticationResultsField.Parsed;
import org.ringfence.assessment.authentication.results.AuthenticationResultsField.Reading;
import org.ringfence.assessment.authentication.results.AuthenticationResultsField.Unparsable;

/**
 * Reads one field body after the grammar of RFC 8601 §2.2.
 *
 * <p>Tolerated, because large providers write it: a semicolon at the end, base64 outside of quotes,
 * a word such as "action=none" where a property belongs (it is passed over), and no server's name
 * at all: then a method comes first, and the name is empty.
 */
final class FieldParser {
  private static final int MAX_RESULTS = 100;
  private static final int MAX_PROPERTIES = 100;

  private final String body;
  private final Cursor cursor;
  private final List<MethodResult> results = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private Optional<String> problem = Optional.empty();

  FieldParser(String body) {
    this.body = body;
    this.cursor = new Cursor(body);
  }

  Reading parse() {
    if (beginsWithMethod()) {
      methodResult();
      return rest("");
    }
    boolean quoted = cursor.skip().isAt('"');
    String server = cursor.value("=");
    if ((server.isEmpty() && !quoted) || cursor.skip().isAt('=')) {
      return new Unparsable("It does not begin with the name of a server.");
    }
    String version = cursor.word("=");
    // RFC 8601 §2.2: a version that a reader does not know makes the field unreadable.
    if (!version.isEmpty() && !version.equals("1")) {
      return new Unparsable("Its version is unknown.");
    }
    return rest(server);
  }

  private boolean beginsWithMethod() {
    var probe = new Cursor(body);
    String word = probe.skip().word("=/").toLowerCase(Locale.ROOT);
    return probe.skip().isAt('=') && one(Method.values(), word).isPresent();
  }

  private Reading rest(String server) {
    while (problem.isEmpty() && !cursor.skip().isAtEnd()) {
      result();
    }
    if (cursor.isBroken()) {
      complain("A comment or a quoted string does not end.");
    }
    return problem
        .<Reading>map(Unparsable::new)
        .orElseGet(
            () ->
                new Parsed(
                    new AuthenticationResultsField(
                        new AuthenticationResults(server, results), others)));
  }

  private void complain(String sentence) {
    if (problem.isEmpty()) {
      problem = Optional.of(sentence);
    }
  }

  private void result() {
    if (!cursor.take(';')) {
      complain("A semicolon is missing.");
      return;
    }
    if (!cursor.skip().isAtEnd()) {
      methodResult();
    }
  }

  private void methodResult() {
    if (results.size() + others.size() >= MAX_RESULTS) {
      complain("It has more than " + MAX_RESULTS + " results.");
      return;
    }
    String method = cursor.skip().word("=/").toLowerCase(Locale.ROOT);
    if (cursor.skip().take('/')) {
      cursor.skip().word("=");
    }
    if (!cursor.skip().take('=')) {
      boolean saysNothing = method.equals("none") && (cursor.isAtEnd() || cursor.isAt(';'));
      if (!saysNothing) {
        complain("A method has no result.");
      }
      return;
    }
    add(method, cursor.skip().value("="));
  }

  private void add(String method, String word) {
    var properties = new ArrayList<Property>();
    String reason = properties(properties);
    Optional<Method> known = one(Method.values(), method);
    Optional<ResultCode> code = one(ResultCode.values(), word);
    if (known.isPresent() && code.isPresent()) {
      results.add(new MethodResult(known.get(), code.get(), reason, properties));
    } else {
      others.add(method + "=" + word.toLowerCase(Locale.ROOT));
    }
  }

  private static <E extends Enum<E>> Optional<E> one(E[] values, String word) {
    for (E value : values) {
      if (value.name().equalsIgnoreCase(word)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** Reads reason and properties; returns the reason. */
  private String properties(List<Property> properties) {
    String reason = "";
    while (problem.isEmpty() && !cursor.skip().isAtEnd() && !cursor.isAt(';')) {
      String ptype = cursor.word(".=").toLowerCase(Locale.ROOT);
      boolean hasProperty = cursor.skip().take('.');
      String name = hasProperty ? cursor.skip().word("=").toLowerCase(Locale.ROOT) : "";
      if (ptype.isEmpty() || !cursor.skip().take('=') || properties.size() >= MAX_PROPERTIES) {
        complain("What follows a result is no property.");
        return reason;
      }
      String value = cursor.skip().value("");
      if (!name.isEmpty()) {
        properties.add(new Property(ptype, name, value));
      } else if (ptype.equals("reason")) {
        reason = value;
      }
    }
    return reason;
  }
}
