/**
 * The pages for people of the site: what came in, why it was judged so, what is kept, and letting
 * it go.
 *
 * <p>Comes in: requests of browsers. Goes out: pages for those whom {@code Gate} lets in, each deed
 * in the audit log. Must not happen here: an effect of a GET, a page that does not ask the gate, a
 * word of a mail as a link.
 *
 * <p>Start with {@link org.ringfence.door.http.console.AnalystConsole}.
 */
@NullMarked
package org.ringfence.door.http.console;

import org.jspecify.annotations.NullMarked;
