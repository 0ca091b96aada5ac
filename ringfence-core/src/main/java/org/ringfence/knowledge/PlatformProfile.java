package org.ringfence.knowledge;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is known about the notifications of one platform: who sends them, and which words in them
 * are the platform's own.
 *
 * <p>The profile language is described in DETECTIONS.md.
 *
 * @param id the profile's name: lower case with hyphens, the same as its folder
 * @param name the platform's name for people
 * @param description what the platform is, and where its customers' words come in
 * @param maturity how far the profile may be trusted
 * @param evidence what the maturity rests on
 * @param references where the templates and the abuse are published
 * @param identities who sends: "local@domain" is one address, "@domain" a whole domain, "@*.domain"
 *     all its subdomains
 * @param senderNames templates of the display name of RFC5322.From
 * @param shared what every body may hold besides its layout: headings, footers, account rows
 * @param layouts the bodies that its notifications have, by name
 * @param kinds its notifications
 */
public record PlatformProfile(
    String id,
    String name,
    String description,
    Maturity maturity,
    String evidence,
    List<String> references,
    List<String> identities,
    List<String> senderNames,
    Layout shared,
    Map<String, Layout> layouts,
    List<Kind> kinds) {
  public PlatformProfile {
    references = List.copyOf(references);
    identities = identities.stream().map(identity -> identity.toLowerCase(Locale.ROOT)).toList();
    senderNames = List.copyOf(senderNames);
    layouts = ordered(layouts);
    kinds = List.copyOf(kinds);
    requireDistinctKinds(id, kinds);
    requireKnownLayouts(id, kinds, layouts.keySet());
  }

  /** How far a profile may be trusted. */
  public enum Maturity {
    /** Written from documentation; no notification was seen. */
    SANDBOX,
    /** Written from published text or pictures of notifications; no original was read. */
    INCUBATING,
    /** Proven on originals of each kind. */
    STABLE,
    /** The platform has stopped sending these. */
    DEPRECATED
  }

  /**
   * One sort of notification.
   *
   * @param id its name: lower case with hyphens
   * @param description when the platform sends it
   * @param evidence what its forms rest on
   * @param forms the forms it comes in, tried in this order
   */
  public record Kind(String id, String description, String evidence, List<Form> forms) {
    public Kind {
      forms = List.copyOf(forms);
    }
  }

  /**
   * One form of a notification.
   *
   * @param subject the template of its subject
   * @param layout the name of its body's layout
   */
  public record Form(String subject, String layout) {}

  /**
   * Which words of a body are the platform's own. All others are slots.
   *
   * @param anchors words that must each begin a line or a cell for the layout to be the body's
   * @param lines templates of whole lines and cells
   * @param rows labelled rows of a table: the label, and the template of the cell beside it
   * @param sections headlines, and the slot that follows each up to the next words listed here
   */
  public record Layout(
      List<String> anchors,
      List<String> lines,
      Map<String, String> rows,
      Map<String, String> sections) {
    public Layout {
      anchors = List.copyOf(anchors);
      lines = List.copyOf(lines);
      rows = ordered(rows);
      sections = ordered(sections);
    }
  }

  private static void requireDistinctKinds(String profile, List<Kind> kinds) {
    Set<String> seen = new HashSet<>();
    for (Kind kind : kinds) {
      if (!seen.add(kind.id())) {
        throw new IllegalArgumentException(
            "Profile %s has two kinds called %s; merge their forms.".formatted(profile, kind.id()));
      }
    }
  }

  private static void requireKnownLayouts(String profile, List<Kind> kinds, Set<String> known) {
    for (Kind kind : kinds) {
      for (Form form : kind.forms()) {
        if (!known.contains(form.layout())) {
          throw new IllegalArgumentException(
              "Profile %s, kind %s: there is no layout called %s; the layouts are %s."
                  .formatted(profile, kind.id(), form.layout(), known));
        }
      }
    }
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
