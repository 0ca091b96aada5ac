package org.ringfence.door.http.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fills in templates, which were made classes in the build. Every value is escaped for the place it
 * stands at. May be shared between threads.
 *
 * <p>Each template has the parameter {@code files}: {@link StaticFiles}.
 */
public final class Pages {
  private static final String PACKAGE = "org.ringfence.door.http.page";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);
  private final StaticFiles files;

  /** Templates that refer to {@code files}. */
  public Pages(StaticFiles files) {
    this.files = files;
  }

  /**
   * The HTML of a template.
   *
   * @param template its file below {@code src/main/jte}, such as {@code console/cases.jte}
   * @param values its other parameters
   */
  public String html(String template, Map<String, Object> values) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.put("files", files);
    StringOutput html = new StringOutput();
    engine.render(template, all, html);
    return html.toString();
  }

  /** A page of a template. */
  public PageReply page(String template, Map<String, Object> values) {
    return PageReply.page(200, html(template, values));
  }

  /** The page of a refusal. */
  public PageReply page(PageRefusal refusal) {
    return PageReply.page(
        refusal.status(),
        html("frame/refusal.jte", Map.of("title", refusal.title(), "next", refusal.next())));
  }
}
