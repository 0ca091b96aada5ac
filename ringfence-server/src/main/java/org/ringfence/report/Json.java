package org.ringfence.report;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Our JSON: one line, ASCII alone, so that no character of a mail can act on a terminal. */
public final class Json {
  private final JsonMapper mapper =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** {@code value}, a record or a tree, as one line. */
  public String line(Object value) {
    // DELETE is the one ASCII control that JSON lets stand.
    return mapper.writeValueAsString(value).replace("\u007f", "\\u007f");
  }

  /** {@code value}, a record, as one line, with a member in front of its own. */
  public String line(String member, String text, Object value) {
    ObjectNode whole = mapper.createObjectNode().put(member, text);
    whole.setAll((ObjectNode) tree(value));
    return line(whole);
  }

  /** {@code value}, a record, as a tree. */
  public JsonNode tree(Object value) {
    return mapper.valueToTree(value);
  }

  /** A record that we wrote ourselves and kept. */
  public <T> T read(String written, Class<T> type) {
    return mapper.readValue(written, type);
  }

  /** What we wrote ourselves and kept, as a tree. */
  public JsonNode parse(String written) {
    return mapper.readTree(written);
  }
}
