package org.ringfence.door.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.custody.CaseId;
import org.ringfence.mail.Octets;

/**
 * A request that may be made.
 *
 * @param who the name of the token, or "-"
 * @param reader reads the body, once
 */
record Request(Context context, String who, BodyReader reader) {
  /** The case that the path names. */
  CaseId caseId() {
    String name = context.pathParam("id");
    if (!CaseId.isName(name)) {
      throw Problem.noSuchCase("A case is named by 26 capital letters and digits.");
    }
    return new CaseId(name);
  }

  /** The body, no longer than {@code most} octets. */
  Octets body(int most) {
    if (context.req().getContentLengthLong() > most && isExpecting()) {
      // Who asks before he sends is told before he has sent.
      throw Problem.bodyTooLong(most);
    }
    return reader.read(context.bodyInputStream(), most);
  }

  private boolean isExpecting() {
    return context.header("Expect") != null;
  }

  /**
   * The media type of the body without its parameters, in lower case; empty where there is none.
   */
  String bodyType() {
    String type = Optional.ofNullable(context.req().getContentType()).orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** All bodies of a header field. */
  List<String> headers(String name) {
    return Collections.list(context.req().getHeaders(name));
  }

  /**
   * The parameters of the query.
   *
   * @param known the names that there are; a misspelt filter must not pass for none
   */
  Parameters parameters(Set<String> known) {
    Map<String, List<String>> given = context.queryParamMap();
    if (!known.containsAll(given.keySet())) {
      throw Problem.badRequest(
          "The query has a parameter that is not known. These are: "
              + String.join(", ", known.stream().sorted().toList())
              + ".");
    }
    if (given.values().stream().anyMatch(values -> values.size() > 1)) {
      throw Problem.badRequest("Give each parameter of the query once.");
    }
    return new Parameters(given);
  }
}
