/**
 * Self-contained HTML files that are safe to open although they quote hostile mail.
 *
 * <p>Comes in: foreign text. Goes out: escaped HTML through {@link
 * org.ringfence.cli.html.HtmlWriter}, the only class that writes markup. Must not happen here:
 * script, links that lead out of the page, anything fetched.
 */
@NullMarked
package org.ringfence.cli.html;

import org.jspecify.annotations.NullMarked;
