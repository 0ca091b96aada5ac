package org.ringfence.knowledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A node of a YAML file while it is being made into a record.
 *
 * <p>Every accessor answers with something usable; what is missing or of a wrong type is added to
 * the problems with its line, so that one reading finds them all.
 */
public final class Section {
  private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

  private final KnowledgeFile file;
  private final JsonNode node;
  private final String pointer;
  private final Problems problems;

  private Section(KnowledgeFile file, JsonNode node, String pointer, Problems problems) {
    this.file = file;
    this.node = node;
    this.pointer = pointer;
    this.problems = problems;
  }

  /** The whole file, which may hold {@code keys} and no other. */
  static Section of(KnowledgeFile file, Problems problems, String... keys) {
    return unchecked(file, problems).with(keys);
  }

  /** The whole file, whatever keys it holds. */
  static Section unchecked(KnowledgeFile file, Problems problems) {
    return new Section(file, file.root(), "", problems);
  }

  /** This section, once it is known to hold {@code keys} and no other. */
  public Section with(String... keys) {
    if (!node.isObject()) {
      wrongType("a section with keys");
      return this;
    }
    List<String> allowed = List.of(keys);
    for (String key : node.propertyNames()) {
      if (!allowed.contains(key)) {
        member(key).error("unknown key \"" + key + "\"", Wording.allowed(key, allowed));
      }
    }
    return this;
  }

  /** The text of a member that must be there. */
  public String text(String key) {
    return required(key).map(Section::text).orElse("");
  }

  /** The member {@code key}, empty where there is none. */
  public Optional<Section> optional(String key) {
    return node.has(key) ? Optional.of(member(key)) : Optional.empty();
  }

  /** Whether a member that must be there says true. */
  boolean truth(String key) {
    return required(key).map(Section::truth).orElse(false);
  }

  /** The number of a member that must be there. */
  BigDecimal number(String key) {
    return required(key).map(Section::number).orElse(BigDecimal.ZERO);
  }

  /** The texts of a list; none where there is no such member. */
  public List<String> texts(String key) {
    return items(key).stream().map(Section::text).toList();
  }

  /** The texts of a list that must be there and not be empty. */
  List<String> someTexts(String key) {
    return someItems(key).stream().map(Section::text).toList();
  }

  /** The items of a list that must be there and not be empty. */
  List<Section> someItems(String key) {
    Optional<Section> list = required(key);
    if (list.isPresent() && list.get().node instanceof ArrayNode array && array.isEmpty()) {
      list.get().error("the list is empty", "write at least one");
    }
    return items(key);
  }

  /** The items of a list; none where there is no such member. */
  List<Section> items(String key) {
    return node.has(key) ? member(key).items() : List.of();
  }

  /** The items of this node, a list. */
  public List<Section> items() {
    if (!node.isArray()) {
      wrongType("a list");
      return List.of();
    }
    List<Section> items = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      items.add(new Section(file, node.get(i), pointer + "/" + i, problems));
    }
    return items;
  }

  /** The members of the section {@code key}, which must be there, in the file's order. */
  Map<String, Section> members(String key) {
    Optional<Section> section = required(key);
    if (section.isEmpty() || !section.get().node.isObject()) {
      section.ifPresent(wrong -> wrong.wrongType("a section with keys"));
      return Map.of();
    }
    Map<String, Section> members = new LinkedHashMap<>();
    section
        .get()
        .node
        .propertyNames()
        .forEach(name -> members.put(name, section.get().member(name)));
    return members;
  }

  /** This node's text. */
  public String text() {
    if (!node.isString()) {
      wrongType("text");
      return "";
    }
    if (node.stringValue().isBlank()) {
      error("the text is empty", "write it or take the line out");
    }
    return node.stringValue();
  }

  /** Whether this node is text. */
  public boolean isText() {
    return node.isString();
  }

  /** The keys of this section, in the file's order; none where it is no section. */
  public List<String> keys() {
    return node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
  }

  /** A value of any type: text, true or false, a number, or a list of texts. */
  Object value() {
    return switch (node.getNodeType()) {
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number();
      case ARRAY -> items().stream().map(Section::text).toList();
      case OBJECT -> fields();
      case STRING, NULL, MISSING, BINARY, POJO -> node.isString() ? node.stringValue() : text();
    };
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    keys().forEach(key -> fields.put(key, member(key).text()));
    return fields;
  }

  /** Whether this node says true. */
  public boolean truth() {
    if (!node.isBoolean()) {
      wrongType("true or false");
      return false;
    }
    return node.booleanValue();
  }

  /** This node's number. */
  public BigDecimal number() {
    if (!node.isNumber()) {
      wrongType("a number");
      return BigDecimal.ZERO;
    }
    return node.decimalValue();
  }

  /** Where it stands. */
  public Position position() {
    return file.position(pointer);
  }

  /** Adds a problem that stands here. */
  public void error(String what, String next) {
    problems.error(file.path(), file.position(pointer), what, next);
  }

  /** Adds a warning that stands here. */
  public void warning(String what, String next) {
    problems.warning(file.path(), file.position(pointer), what, next);
  }

  private Optional<Section> required(String key) {
    if (node.has(key)) {
      return Optional.of(member(key));
    }
    if (node.isObject()) {
      error("\"" + key + "\" is missing", "add it");
    }
    return Optional.empty();
  }

  /** The member {@code key}, there or not. */
  public Section member(String key) {
    JsonNode value = node.has(key) ? node.get(key) : NOTHING;
    return new Section(file, value, KnowledgeFile.member(pointer, key), problems);
  }

  /** Whether this node is a number. */
  public boolean isNumber() {
    return node.isNumber();
  }

  /** Whether nothing is written after the key. */
  public boolean isNothing() {
    return node.isNull();
  }

  /** Adds the problem that this node is not {@code expected}, such as "a list". */
  public void wrongType(String expected) {
    String what = "this is " + Wording.type(node) + ", and " + expected + " is wanted";
    error(what, Wording.typeAdvice(expected, node));
  }
}
