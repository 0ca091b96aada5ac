package org.ringfence.cli;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Our JSON: one line, ASCII alone, so that no character of a mail can act on a terminal. */
final class Json {
  private final JsonMapper mapper =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** {@code value}, a record, as one line. */
  String line(Object value) {
    // DELETE is the one ASCII control that JSON lets stand.
    return mapper.writeValueAsString(value).replace("\u007f", "\\u007f");
  }
}
