package org.ringfence.effect.act.body;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ringfence.arrival.parse.Entity;
import org.ringfence.mail.Octets;

/**
 * A part with a new text.
 *
 * @param fields the fields of its header section that get another body, or come new, by name
 * @param body its encoded body
 */
record ChangedPart(Map<String, String> fields, Octets body) {
  /** A text as it will be written, and in what. */
  private record Written(Octets content, Optional<String> charset) {}

  ChangedPart {
    fields = Map.copyOf(fields);
  }

  /**
   * Writes {@code text} in the charset and the encoding of {@code leaf} where they have words for
   * it, and in UTF-8 where not.
   *
   * @param charset what the old text was read in without loss; empty where that could not be
   */
  static ChangedPart of(Entity.Leaf leaf, String text, Optional<Charset> charset, String lineEnd) {
    Written written =
        charset
            .filter(own -> isLabelled(leaf, text))
            .flatMap(own -> Charsets.encoded(text, own))
            .map(octets -> new Written(Octets.of(octets), Optional.empty()))
            .orElseGet(() -> utf8(text));
    byte[] content = written.content().toByteArray();
    String encoding = TransferWriter.encoding(leaf.encoding(), content);
    Map<String, String> fields = new TreeMap<>();
    written.charset().ifPresent(name -> fields.put("Content-Type", contentType(leaf, name)));
    if (!encoding.equals(leaf.encoding())) {
      fields.put("Content-Transfer-Encoding", encoding);
    }
    return new ChangedPart(fields, TransferWriter.write(encoding, content, lineEnd));
  }

  private static Written utf8(String text) {
    return new Written(Octets.of(text.getBytes(StandardCharsets.UTF_8)), Optional.of("utf-8"));
  }

  /** Whether a reader who trusts the label of the part reads {@code text} right. */
  private static boolean isLabelled(Entity.Leaf leaf, String text) {
    String label = leaf.parameters().getOrDefault("charset", "").strip();
    boolean narrow = label.isEmpty() || label.equalsIgnoreCase("us-ascii");
    boolean html = leaf.mediaType().equals("text/html");
    return !narrow || html || leaf.mediaType().equals("text/calendar") || isAscii(text);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String contentType(Entity.Leaf leaf, String charset) {
    List<String> parameters = new ArrayList<>();
    parameters.add(leaf.mediaType());
    parameters.add("charset=" + charset);
    new TreeMap<>(leaf.parameters())
        .forEach(
            (name, value) -> {
              if (!name.equals("charset") && isPlain(name) && isPlain(value)) {
                parameters.add(name + "=\"" + value + "\"");
              }
            });
    return String.join("; ", parameters);
  }

  private static boolean isPlain(String word) {
    return !word.isEmpty()
        && word.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\');
  }
}
