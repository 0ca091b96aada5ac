package org.ringfence.arrival.parse.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The rules of a document's style elements, found by tag, class or id without matching selectors
 * node by node.
 *
 * <p>A compound of tag, classes and id is matched exactly. Anything else (descendants, attributes,
 * pseudo-classes, conditional media) is not evaluated: of such a rule only what shows text is taken
 * over, for every element its last compound fits. Else an attacker would hide the lure from this
 * reader by a rule that never applies, or by one that a rule we do not understand takes back.
 */
final class StyleSheet {
  private static final int RULES = 5_000;
  private static final int MATCHES = 1_000_000;
  private static final int CLASSES = 50;
  private static final int IN_DOUBT = 100_000;

  private final Map<String, List<Rule>> byKey;
  private final List<String> generated;
  private int matchesLeft = MATCHES;

  private StyleSheet(Map<String, List<Rule>> byKey, List<String> generated) {
    this.byKey = byKey;
    this.generated = generated;
  }

  /** The style sheet of a document without one. */
  static StyleSheet none() {
    return new StyleSheet(Map.of(), List.of());
  }

  /**
   * One rule for one compound selector.
   *
   * @param tag empty for any
   * @param id empty for any
   * @param classes all of which the element must have
   * @param rank specificity, then order
   */
  record Rule(
      String tag, String id, Set<String> classes, long rank, List<Declaration> declarations) {
    boolean fits(Element element, Set<String> elementClasses) {
      return (tag.isEmpty() || tag.equals(element.normalName()))
          && (id.isEmpty() || id.equals(element.id()))
          && elementClasses.containsAll(classes);
    }
  }

  /** Reads the text of a document's style elements. */
  static StyleSheet read(String css) {
    Map<String, List<Rule>> rules = new HashMap<>();
    int order = 0;
    List<String> generated = new ArrayList<>();
    for (CssRules.Block block : CssRules.read(css, RULES)) {
      addGenerated(block, generated);
      for (String selector : block.selectors()) {
        if (order < RULES) {
          add(selector.strip(), block, order++, rules);
        }
      }
    }
    return new StyleSheet(rules, generated);
  }

  private static void add(
      String selector, CssRules.Block block, int order, Map<String, List<Rule>> rules) {
    Selector compound = Selector.read(selector);
    boolean inDoubt = block.conditional() || !compound.exact();
    List<Declaration> declarations = block.declarations();
    if (inDoubt) {
      declarations =
          declarations.stream()
              .filter(declaration -> !declaration.mayHide())
              .map(Declaration::inDoubt)
              .toList();
    }
    if (declarations.isEmpty()) {
      return;
    }
    long rank = (compound.specificity() + (inDoubt ? IN_DOUBT : 0)) * (long) RULES + order;
    rules
        .computeIfAbsent(compound.key(), any -> new ArrayList<>())
        .add(new Rule(compound.tag(), compound.id(), compound.classes(), rank, declarations));
  }

  private static void addGenerated(CssRules.Block block, List<String> generated) {
    for (Declaration declaration : block.declarations()) {
      if (declaration.property() == Property.CONTENT) {
        generated.add(CssString.text(declaration.value()));
      }
    }
  }

  /**
   * The texts that rules put before and after elements ({@code content}); some clients show them.
   */
  List<String> generated() {
    return generated;
  }

  /** Whether there are no rules. */
  boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** The rules for {@code element}, weakest first. */
  List<Rule> rulesFor(Element element) {
    Set<String> classes = classes(element);
    List<Rule> found = new ArrayList<>();
    collect("*", element, classes, found);
    collect(element.normalName(), element, classes, found);
    for (String name : classes) {
      collect("." + name, element, classes, found);
    }
    if (element.hasAttr("id")) {
      collect("#" + element.id(), element, classes, found);
    }
    found.sort(Comparator.comparingLong(Rule::rank));
    return found;
  }

  private static Set<String> classes(Element element) {
    if (!element.hasAttr("class")) {
      return Set.of();
    }
    Set<String> classes = element.classNames();
    return classes.size() <= CLASSES ? classes : Set.of();
  }

  /** Past the budget no rule applies: a flood of rules makes text visible, not this reader slow. */
  private void collect(String key, Element element, Set<String> classes, List<Rule> found) {
    for (Rule rule : byKey.getOrDefault(key, List.of())) {
      if (matchesLeft-- > 0 && rule.fits(element, classes)) {
        found.add(rule);
      }
    }
  }
}
