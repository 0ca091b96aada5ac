package org.ringfence.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema (draft 2020-12) of a file of settings, for editors. */
public final class SettingsSchema {
  private SettingsSchema() {}

  /** The schema. */
  public static String text() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://ringfence.org/schema/settings.schema.json");
    schema.put("title", "Settings of Ringfence");
    schema.putAll(section(""));
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(schema)
        + "\n";
  }

  private static Map<String, Object> section(String path) {
    Map<String, Object> properties = new LinkedHashMap<>();
    Keys.sections()
        .forEach(
            (child, meaning) -> {
              if (isDirectChild(child, path)) {
                Map<String, Object> section = new LinkedHashMap<>();
                section.put("description", meaning);
                section.putAll(section(child));
                properties.put(child.substring(child.lastIndexOf('.') + 1), section);
              }
            });
    Keys.all().stream()
        .filter(key -> key.section().equals(path))
        .forEach(key -> properties.put(key.name(), property(key)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", path.isEmpty() ? "object" : new String[] {"object", "null"});
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static boolean isDirectChild(String child, String path) {
    int dot = child.lastIndexOf('.');
    return (dot < 0 ? "" : child.substring(0, dot)).equals(path);
  }

  private static Map<String, Object> property(Key<?> key) {
    Map<String, Object> property = new LinkedHashMap<>(key.form().schema());
    property.put("description", key.meaning());
    return property;
  }
}
