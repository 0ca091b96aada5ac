package org.ringfence.arrival.parse.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * Finds the style of each element of one document.
 *
 * <p>Most elements of most mail say nothing of their looks: they share the style of their parent
 * and cost nothing. Style attributes repeat, so what they say is kept.
 */
final class Styler {
  private static final int KEPT = 500;

  private final StyleSheet sheet;
  private final Map<String, List<Declaration>> inline = new HashMap<>();
  private final Map<Look, List<StyleSheet.Rule>> byLook = new HashMap<>();

  /** All of an element that a selector may ask for. */
  private record Look(String tag, String id, String classes) {}

  Styler(StyleSheet sheet) {
    this.sheet = sheet;
  }

  /**
   * An element's style and place in the flow.
   *
   * @param style of the text in it
   * @param block whether it stands in lines of its own
   */
  record Box(Style style, boolean block) {}

  /** The box of {@code element} in a parent of {@code parent}'s style. */
  Box box(Element element, Style parent, boolean blockByName) {
    String name = element.normalName();
    boolean plain = element.attributesSize() == 0 && sheet.isEmpty() && !hasOwnLooks(name);
    if (plain) {
      return new Box(parent, blockByName);
    }
    var cascade = new Cascade();
    if (!sheet.isEmpty()) {
      rules(element).forEach(rule -> cascade.add(rule.declarations()));
    }
    if (element.attributesSize() > 0) {
      addAttributes(element.attributes(), cascade);
    }
    addLooks(name, element, cascade);
    if (cascade.isEmpty()) {
      return new Box(parent, blockByName);
    }
    return new Box(cascade.style(parent), isBlock(cascade.value(Property.DISPLAY), blockByName));
  }

  /** Elements that look the same to every selector we evaluate share what was found for one. */
  private List<StyleSheet.Rule> rules(Element element) {
    var look = new Look(element.normalName(), element.id(), element.className());
    List<StyleSheet.Rule> known = byLook.get(look);
    if (known != null) {
      return known;
    }
    List<StyleSheet.Rule> found = sheet.rulesFor(element);
    if (byLook.size() < KEPT) {
      byLook.put(look, found);
    }
    return found;
  }

  private static boolean hasOwnLooks(String name) {
    return name.equals("a") || name.equals("pre") || name.equals("button") || name.equals("mark");
  }

  private void addAttributes(Attributes attributes, Cascade cascade) {
    String style = attributes.getIgnoreCase("style");
    if (!style.isEmpty()) {
      cascade.add(declarations(style));
    }
    String background = attributes.getIgnoreCase("bgcolor");
    if (!background.isEmpty() && cascade.value(Property.BACKGROUND).isEmpty()) {
      cascade.hint(Property.BACKGROUND_COLOR, background.strip().toLowerCase(Locale.ROOT));
    }
    if (!attributes.getIgnoreCase("background").isEmpty()) {
      cascade.hint(Property.BACKGROUND_IMAGE, "unknown");
    }
    if (attributes.hasKeyIgnoreCase("hidden")) {
      cascade.hint(Property.DISPLAY, "none");
    }
  }

  private List<Declaration> declarations(String style) {
    List<Declaration> known = inline.get(style);
    if (known != null) {
      return known;
    }
    List<Declaration> read = Declaration.list(style);
    if (inline.size() < KEPT) {
      inline.put(style, read);
    }
    return read;
  }

  /** What clients give some elements by themselves; weaker than all that the document says. */
  private static void addLooks(String name, Element element, Cascade cascade) {
    switch (name) {
      case "a" -> {
        if (element.hasAttr("href")) {
          cascade.hint(Property.COLOR, "#0000ee");
        }
      }
      case "font" -> cascade.hint(Property.COLOR, element.attr("color").toLowerCase(Locale.ROOT));
      case "body" -> cascade.hint(Property.COLOR, element.attr("text").toLowerCase(Locale.ROOT));
      case "pre", "textarea", "listing", "xmp" -> cascade.hint(Property.WHITE_SPACE, "pre");
      case "button", "input", "select" -> cascade.hint(Property.BACKGROUND_COLOR, "unknown");
      case "mark" -> cascade.hint(Property.BACKGROUND_COLOR, "yellow");
      default -> {}
    }
  }

  private static boolean isBlock(String display, boolean byName) {
    return switch (display) {
      case "" -> byName;
      case "inline", "inline-block", "inline-flex", "inline-table", "inline-grid", "contents" ->
          false;
      case "block", "flex", "grid", "list-item", "table", "table-row", "flow-root" -> true;
      default -> byName;
    };
  }
}
