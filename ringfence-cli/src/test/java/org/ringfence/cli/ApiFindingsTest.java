package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringfence.report.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The findings of the API are those of the command line. */
final class ApiFindingsTest {
  private final Json json = new Json();

  /** The document of the API and the schema of the command line describe one thing. */
  @Test
  void findings_areDescribedTwiceInTheSameWords() throws IOException {
    JsonNode document =
        new YAMLMapper().readTree(Files.readString(Shell.ROOT.resolve("docs/api/openapi.yaml")));
    JsonNode schema = json.parse(SchemaCommand.text(SchemaCommand.Output.SCAN_RESULT));
    Map<String, String> names =
        Map.ofEntries(
            Map.entry("verdict", "Band"),
            Map.entry("surface", "Surface"),
            Map.entry("place", "Place"),
            Map.entry("slot", "Slot"),
            Map.entry("tenant", "Tenant"),
            Map.entry("path", "Road"),
            Map.entry("authentication", "Authentication"),
            Map.entry("number", "Number"),
            Map.entry("safeWay", "SafeWay"),
            Map.entry("hallmark", "Hallmark"),
            Map.entry("defect", "Defect"));
    for (Map.Entry<String, String> name : names.entrySet()) {
      assertThat(renamed(schema.at("/$defs/" + name.getKey()), names))
          .as(name.getKey())
          .isEqualTo(document.at("/components/schemas/" + name.getValue()));
    }
    ObjectNode properties = (ObjectNode) renamed(schema.path("properties"), names);
    properties.remove("file");
    assertThat(properties).isEqualTo(document.at("/components/schemas/Findings/properties"));
  }

  private JsonNode renamed(JsonNode node, Map<String, String> names) {
    String text = node.toString();
    for (Map.Entry<String, String> name : names.entrySet()) {
      text =
          text.replace(
              "\"#/$defs/" + name.getKey() + "\"",
              "\"#/components/schemas/" + name.getValue() + "\"");
    }
    return json.parse(text);
  }
}
