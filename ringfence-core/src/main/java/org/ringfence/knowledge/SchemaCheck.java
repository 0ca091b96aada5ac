package org.ringfence.knowledge;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Checks files against the JSON Schemas under {@code schema/} and says what is wrong in an author's
 * words: a schema's {@code title} names the thing, its {@code description} says how it is written.
 *
 * <p>A schema refers to itself only; nothing is fetched.
 */
final class SchemaCheck {
  /** Keywords whose errors speak of a member rather than of the node itself. */
  private static final Set<String> MEMBER_KEYWORDS =
      Set.of("additionalProperties", "propertyNames");

  private final KnowledgeSource source;
  private final List<String> paths;
  private final Problems problems;
  private final Map<FileKind, Optional<Schema>> schemas = new EnumMap<>(FileKind.class);
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemaLoader(loader -> loader.fetchRemoteResources(false))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()));

  SchemaCheck(KnowledgeSource source, Problems problems) {
    this.source = source;
    this.paths = source.list();
    this.problems = problems;
  }

  /** Whether {@code file} is as its schema wants it; if not, the problems say why. */
  boolean accepts(FileKind kind, KnowledgeFile file) {
    int before = problems.count();
    schemas
        .computeIfAbsent(kind, this::load)
        .ifPresent(
            schema ->
                schema
                    .validate(file.root())
                    .forEach(error -> report(file, error, parent(schema, error))));
    return problems.count() == before;
  }

  private Optional<Schema> load(FileKind kind) {
    String path = kind.schemaPath();
    if (!paths.contains(path)) {
      problems.error(path, Position.TOP, "the schema is missing", "take it from the distribution");
      return Optional.empty();
    }
    try {
      String text = new String(source.read(path).toByteArray(), StandardCharsets.UTF_8);
      SchemaLocation location = SchemaLocation.of("https://ringfence.org/" + path);
      return Optional.of(registry.getSchema(location, text, InputFormat.JSON));
    } catch (JacksonException | SchemaException e) {
      problems.error(path, Position.TOP, "the schema cannot be read: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  /** The schema that holds the keyword that {@code error} is about. */
  private static JsonNode parent(Schema schema, Error error) {
    String pointer = error.getSchemaLocation().getFragment().toString();
    return schema.getSchemaNode().at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  private void report(KnowledgeFile file, Error error, JsonNode schema) {
    String pointer = error.getInstanceLocation().toString();
    String where =
        MEMBER_KEYWORDS.contains(error.getKeyword())
            ? KnowledgeFile.member(pointer, error.getProperty())
            : pointer;
    Words words = words(error, schema);
    problems.error(file.path(), file.position(where), words.what(), words.next());
  }

  /** A problem's two halves. */
  private record Words(String what, String next) {}

  private static Words words(Error error, JsonNode schema) {
    JsonNode value = error.getSchemaNode();
    String found = error.getInstanceNode().asString("");
    String how = schema.path("description").asString("");
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          unknown("key", error.getProperty(), schema.path("properties").propertyNames());
      case "propertyNames" -> unknown(title(value), error.getProperty(), texts(value.path("enum")));
      case "enum" -> unknown(title(schema), found, texts(value));
      case "required" -> new Words("\"" + error.getProperty() + "\" is missing", "add it");
      case "type" -> wrongType(value.asString(), error.getInstanceNode());
      case "pattern" -> new Words("\"" + found + "\" is not well-formed", how);
      case "minLength" -> new Words("the text is empty", "write it or take the line out");
      case "minItems" -> new Words("the list is empty", "write at least one");
      case "uniqueItems" -> new Words("the list holds something twice", "take one out");
      default -> new Words("\"" + found + "\" " + error.getMessage(), how);
    };
  }

  private static Words unknown(String noun, String found, Collection<String> allowed) {
    return new Words("unknown " + noun + " \"" + found + "\"", Wording.allowed(found, allowed));
  }

  private static Words wrongType(String schemaType, JsonNode found) {
    String expected = Wording.type(schemaType);
    String what = "this is " + Wording.type(found) + ", and " + expected + " is wanted";
    return new Words(what, Wording.typeAdvice(expected, found));
  }

  private static String title(JsonNode schema) {
    return schema.path("title").asString("value");
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
