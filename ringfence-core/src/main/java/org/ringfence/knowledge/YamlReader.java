package org.ringfence.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ringfence.mail.Octets;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one YAML file to a tree with positions. A subset on purpose: one document, no aliases, no
 * key twice, so that what a file says is what it seems to say.
 *
 * <p>Jackson's streaming parser alone: an object mapper costs a quarter of a second at start-up.
 */
final class YamlReader {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String path;
  private final Problems problems;
  private final Map<String, Position> positions = new HashMap<>();

  private YamlReader(String path, Problems problems) {
    this.path = path;
    this.problems = problems;
  }

  /** The tree, or empty where there is none; what is wrong is added to {@code problems}. */
  static Optional<KnowledgeFile> read(String path, Octets octets, Problems problems) {
    return new YamlReader(path, problems).read(octets);
  }

  private Optional<KnowledgeFile> read(Octets octets) {
    int before = problems.count();
    try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), decode(octets))) {
      Optional<JsonNode> root = document(parser);
      return problems.count() > before
          ? Optional.empty()
          : root.map(node -> new KnowledgeFile(path, node, positions));
    } catch (CharacterCodingException e) {
      problems.error(path, Position.TOP, "the file is not UTF-8", "save it as UTF-8");
    } catch (JacksonException e) {
      syntaxError(e);
    }
    return Optional.empty();
  }

  private static String decode(Octets octets) throws CharacterCodingException {
    ByteBuffer bytes = ByteBuffer.wrap(octets.toByteArray());
    String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private Optional<JsonNode> document(JsonParser parser) {
    JsonToken first = parser.nextToken();
    if (first == null) {
      problems.error(path, Position.TOP, "the file is empty", "write its sections or delete it");
      return Optional.empty();
    }
    JsonNode root = value(parser, first, "");
    if (parser.nextToken() != null) {
      problems.error(
          path, at(parser), "a second document begins", "give each document a file of its own");
    }
    return Optional.of(root);
  }

  private JsonNode value(JsonParser parser, JsonToken token, String pointer) {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      String what = "\"*" + parser.getString() + "\" is an alias, which nobody reads here";
      problems.error(path, at(parser), what, "write the value out or quote it");
    }
    return switch (token) {
      case START_OBJECT -> mapping(parser, pointer);
      case START_ARRAY -> sequence(parser, pointer);
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_STRING,
          VALUE_EMBEDDED_OBJECT,
          END_OBJECT,
          END_ARRAY,
          PROPERTY_NAME,
          NOT_AVAILABLE ->
          NODES.stringNode(parser.getString());
    };
  }

  private ObjectNode mapping(JsonParser parser, String pointer) {
    ObjectNode node = NODES.objectNode();
    for (JsonToken token = parser.nextToken();
        token == JsonToken.PROPERTY_NAME;
        token = parser.nextToken()) {
      String key = parser.currentName();
      Position at = at(parser);
      String member = KnowledgeFile.member(pointer, key);
      Position first = positions.putIfAbsent(member, at);
      JsonNode value = value(parser, parser.nextToken(), member);
      if (first == null) {
        node.set(key, value);
      } else {
        problems.error(
            path,
            at,
            "the key \"" + key + "\" is here twice",
            "it first stands in line " + first.line() + ", join the two");
      }
    }
    return node;
  }

  private ArrayNode sequence(JsonParser parser, String pointer) {
    ArrayNode node = NODES.arrayNode();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      String member = pointer + "/" + node.size();
      positions.put(member, at(parser));
      node.add(value(parser, token, member));
    }
    return node;
  }

  private static Position at(JsonParser parser) {
    return position(parser.currentTokenLocation());
  }

  private static Position position(TokenStreamLocation location) {
    return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private void syntaxError(JacksonException e) {
    Position at = e.getLocation() == null ? Position.TOP : position(e.getLocation());
    String problem = e.getOriginalMessage().lines().findFirst().orElse("");
    if (e.getCause() instanceof MarkedYamlEngineException marked) {
      Optional<Mark> mark = marked.getProblemMark();
      at = mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(at);
      problem = marked.getProblem();
    }
    SyntaxWords words = SyntaxWords.of(problem);
    problems.error(path, at, words.what(), words.next());
  }
}
