package org.ringfence.door.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** openapi.yaml, and which of its answers were seen. */
public final class Description {
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode document = new YAMLMapper().readTree(HouseRoutes.description());
  private final Map<String, Schema> schemas = new HashMap<>();
  private final Set<String> seen = new TreeSet<>();

  /** Its routes, such as "GET /health". */
  Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(one -> Set.of("get", "post", "put", "delete").contains(one.getKey()))
                    .forEach(
                        one ->
                            routes.add(
                                one.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return routes;
  }

  /** All answers that it describes, such as "GET /health 200". */
  Set<String> answers() {
    Set<String> answers = new TreeSet<>();
    routes()
        .forEach(
            route ->
                responses(route)
                    .propertyNames()
                    .forEach(status -> answers.add(route + " " + status)));
    return answers;
  }

  /** The answers that were checked. */
  Set<String> seen() {
    return seen;
  }

  private JsonNode responses(String route) {
    String[] words = route.split(" ", 2);
    return document
        .path("paths")
        .path(words[1])
        .path(words[0].toLowerCase(Locale.ROOT))
        .path("responses");
  }

  /** Checks an answer to {@code route}: its status, its type and its body are described. */
  public void check(String route, HttpResponse<byte[]> answer) {
    String status = String.valueOf(answer.statusCode());
    JsonNode response = resolved(responses(route).path(status));
    assertThat(response.isMissingNode()).as(route + " " + status + " is described").isFalse();
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    JsonNode content = response.path("content").path(type);
    assertThat(content.isMissingNode()).as(route + " " + status + " as " + type).isFalse();
    response
        .path("headers")
        .propertyNames()
        .forEach(name -> assertThat(answer.headers().firstValue(name)).as(name).isPresent());
    if (type.endsWith("json")) {
      assertFits(
          content.path("schema").path("$ref").stringValue(""),
          new String(answer.body(), StandardCharsets.US_ASCII));
    }
    seen.add(route + " " + status);
  }

  private void assertFits(String reference, String body) {
    List<String> wrong = new ArrayList<>();
    schema(reference)
        .validate(body, InputFormat.JSON)
        .forEach(error -> wrong.add(error.toString()));
    assertThat(wrong).as(body).isEmpty();
    assertThat(body.chars())
        .as("one line of ASCII")
        .allMatch(c -> c == '\n' || (c >= ' ' && c < 127));
  }

  private Schema schema(String reference) {
    return schemas.computeIfAbsent(
        reference,
        _ -> {
          ObjectNode whole = JSON.createObjectNode().put("$ref", reference);
          whole.set("components", document.path("components"));
          return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(whole.toString());
        });
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isString() ? document.at(reference.stringValue().substring(1)) : node;
  }

  /** A part of the document, by its JSON pointer. */
  public JsonNode at(String pointer) {
    return document.at(pointer);
  }
}
