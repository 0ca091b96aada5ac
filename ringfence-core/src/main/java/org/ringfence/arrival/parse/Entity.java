package org.ringfence.arrival.parse;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.mail.Octets;

/** A part of a message as it stands in the message's octets, for whoever changes it there. */
public sealed interface Entity {
  /** All of it, header section and body: a slice of the message. */
  Octets octets();

  /** Its media type in lower case, such as "text/html". */
  String mediaType();

  /**
   * A multipart.
   *
   * @param parts its parts, in their order
   */
  record Multi(Octets octets, String mediaType, List<Entity> parts) implements Entity {
    public Multi {
      parts = List.copyOf(parts);
    }
  }

  /**
   * An attached message.
   *
   * @param message what is attached
   */
  record Attached(Octets octets, String mediaType, Entity message) implements Entity {}

  /**
   * A part without parts.
   *
   * @param path its path, as the surfaces of the message have it
   * @param parameters those of its Content-Type, decoded, by their names in lower case
   * @param attachment whether it has a file name or asks to be an attachment
   * @param encoding its transfer encoding in lower case, empty where it names none
   * @param content its decoded octets
   */
  record Leaf(
      Octets octets,
      String path,
      String mediaType,
      Map<String, String> parameters,
      boolean attachment,
      String encoding,
      Octets content)
      implements Entity {
    public Leaf {
      parameters = Map.copyOf(parameters);
    }

    /** The text that its reader sees, and what it was read in. */
    public Text text() {
      String charset = parameters.getOrDefault("charset", "");
      if (charset.isBlank() && mediaType.endsWith("html")) {
        charset = LeafReader.metaCharset(content);
      }
      TextDecoder.Decoded decoded = TextDecoder.decode(content, charset);
      return new Text(decoded.text(), decoded.charset(), decoded.guessed());
    }
  }

  /**
   * A part of which mail clients have different opinions, or more than the limits let in. Nobody
   * can say what a change of it would do.
   */
  record Doubtful(Octets octets, String mediaType) implements Entity {}

  /**
   * A text.
   *
   * @param text what is read
   * @param charset what it was read in, empty where Java has none for it
   * @param guessed whether its label says something else
   */
  record Text(String text, Optional<Charset> charset, boolean guessed) {}
}
