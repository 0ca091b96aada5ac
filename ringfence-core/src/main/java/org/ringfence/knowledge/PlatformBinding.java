package org.ringfence.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.knowledge.PlatformProfile.Form;
import org.ringfence.knowledge.PlatformProfile.Kind;
import org.ringfence.knowledge.PlatformProfile.Layout;
import org.ringfence.knowledge.PlatformProfile.Maturity;

/** Makes a {@link PlatformProfile} of its file. */
final class PlatformBinding {
  private static final String[] KEYS = {
    "id",
    "name",
    "description",
    "maturity",
    "evidence",
    "references",
    "identities",
    "sender-names",
    "shared",
    "layouts",
    "kinds"
  };

  private static final Layout NOTHING_SHARED = new Layout(List.of(), List.of(), Map.of(), Map.of());

  private PlatformBinding() {}

  /** The profile; empty, and a problem, where its parts contradict each other. */
  static Optional<PlatformProfile> bind(KnowledgeFile file, Problems problems) {
    int before = problems.count();
    Section root = Section.of(file, problems, KEYS);
    requireOwnFolder(root, file.path());
    try {
      PlatformProfile profile = profile(root);
      return problems.count() == before ? Optional.of(profile) : Optional.empty();
    } catch (IllegalArgumentException contradiction) {
      if (problems.count() == before) {
        root.error(String.valueOf(contradiction.getMessage()), "");
      }
      return Optional.empty();
    }
  }

  private static void requireOwnFolder(Section root, String path) {
    String folder = path.split("/", -1)[1];
    String id = root.text("id");
    if (!id.isEmpty() && !id.equals(folder)) {
      String what = "the id is \"" + id + "\" and the folder is called \"" + folder + "\"";
      root.member("id").error(what, "give both the same name");
    }
  }

  private static PlatformProfile profile(Section root) {
    Map<String, Layout> layouts = new LinkedHashMap<>();
    root.members("layouts").forEach((name, layout) -> layouts.put(name, layout(layout)));
    return new PlatformProfile(
        root.text("id"),
        root.text("name"),
        root.text("description"),
        maturity(root),
        root.text("evidence"),
        root.texts("references"),
        root.someTexts("identities"),
        root.texts("sender-names"),
        root.optional("shared").map(PlatformBinding::layout).orElse(NOTHING_SHARED),
        layouts,
        root.someItems("kinds").stream().map(item -> kind(item, layouts.keySet())).toList());
  }

  private static Maturity maturity(Section root) {
    String text = root.text("maturity");
    for (Maturity maturity : Maturity.values()) {
      if (text.equals(maturity.name().toLowerCase(Locale.ROOT))) {
        return maturity;
      }
    }
    root.member("maturity")
        .error(
            "unknown maturity \"" + text + "\"",
            Wording.allowed(text, List.of("sandbox", "incubating", "stable", "deprecated")));
    return Maturity.SANDBOX;
  }

  private static Kind kind(Section item, Set<String> layouts) {
    item.with("id", "description", "evidence", "forms");
    return new Kind(
        item.text("id"),
        item.text("description"),
        item.text("evidence"),
        item.someItems("forms").stream().map(form -> form(form, layouts)).toList());
  }

  private static Form form(Section item, Set<String> layouts) {
    item.with("subject", "layout");
    Form form = new Form(item.text("subject"), item.text("layout"));
    if (!layouts.contains(form.layout())) {
      item.member("layout")
          .error(
              "unknown layout \"" + form.layout() + "\"", Wording.allowed(form.layout(), layouts));
    }
    return form;
  }

  private static Layout layout(Section section) {
    section.with("anchors", "lines", "rows", "sections");
    return new Layout(
        section.texts("anchors"),
        section.texts("lines"),
        templates(section, "rows"),
        templates(section, "sections"));
  }

  private static Map<String, String> templates(Section section, String key) {
    Map<String, String> templates = new LinkedHashMap<>();
    section
        .optional(key)
        .ifPresent(rows -> section.members(key).forEach((k, v) -> templates.put(k, v.text())));
    return templates;
  }
}
