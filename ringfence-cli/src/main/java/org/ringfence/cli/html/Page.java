package org.ringfence.cli.html;

import java.util.function.Consumer;

/**
 * One self-contained page: head, heading, content, foot.
 *
 * @param title what the browser's tab says
 * @param stylesheet its looks
 */
public record Page(String title, Stylesheet stylesheet) {
  /** The document with {@code content} as its main part. */
  public String write(Consumer<HtmlWriter> content) {
    HtmlWriter html = new HtmlWriter().begin("en", title, stylesheet);
    html.open("main");
    content.accept(html);
    html.close();
    html.element(
        "footer",
        "Written by Ringfence. This page holds no script, fetches nothing, and none of its"
            + " addresses can be followed.");
    return html.close().close().toString();
  }
}
