package org.ringfence.knowledge;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A YAML file as a tree that remembers where each of its nodes stands.
 *
 * @param path the file's path, relative to the root of the knowledge
 * @param root the tree
 * @param positions for each node, by JSON pointer (RFC 6901): of a member its key, else the node
 */
record KnowledgeFile(String path, JsonNode root, Map<String, Position> positions) {
  /** Where the node at {@code pointer} stands; the nearest node around it where there is none. */
  Position position(String pointer) {
    for (String p = pointer; !p.isEmpty(); p = p.substring(0, p.lastIndexOf('/'))) {
      Position position = positions.get(p);
      if (position != null) {
        return position;
      }
    }
    return Position.TOP;
  }

  /** The pointer of the member {@code key} of the node at {@code pointer}. */
  static String member(String pointer, String key) {
    boolean plain = key.indexOf('/') < 0 && key.indexOf('~') < 0;
    return pointer + "/" + (plain ? key : key.replace("~", "~0").replace("/", "~1"));
  }
}
