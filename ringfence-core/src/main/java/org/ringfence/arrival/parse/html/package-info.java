/**
 * Reads HTML as a person at a mail client does: what is seen, what is not, and what can be clicked.
 *
 * <p>Comes in: the decoded HTML of one part. Goes out: the surfaces VISIBLE_HTML, HIDDEN_HTML and
 * TEL_LINK. Must not happen here: fetching anything, running anything, or work without a bound.
 * Where it is in doubt whether text can be seen, it counts as visible.
 *
 * <p>Start with {@link org.ringfence.arrival.parse.html.HtmlReader}.
 */
@NullMarked
package org.ringfence.arrival.parse.html;

import org.jspecify.annotations.NullMarked;
