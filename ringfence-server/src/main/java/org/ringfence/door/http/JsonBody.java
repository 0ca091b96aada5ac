package org.ringfence.door.http;

import org.ringfence.mail.Octets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a body that should be one JSON object.
 *
 * <p>A name that stands twice is refused, since two readers of such an object may see two different
 * ones; so is one that nobody knows, since it would be a wish that is not heard.
 */
final class JsonBody {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private JsonBody() {}

  /**
   * The object as a record.
   *
   * @throws Problem where it is none; never with a word of it
   */
  static <T> T read(Octets body, Class<T> type) {
    try {
      T value = JSON.readValue(body.stream(), type);
      if (value == null) {
        throw unreadable();
      }
      return value;
    } catch (JacksonException broken) {
      throw unreadable();
    }
  }

  private static Problem unreadable() {
    return Problem.badRequest(
        "The body must be one JSON object with the members that /api/v1/openapi.yaml names, each"
            + " once.");
  }
}
