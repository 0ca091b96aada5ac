/**
 * What every page for people is made of: requests, answers, templates and static files.
 *
 * <p>Comes in: a request of a browser, within bounds. Goes out: a page with a strict content
 * security policy. Must not happen here: who may see what, a word of a mail that is not escaped, a
 * script or a style that stands in a page itself.
 *
 * <p>Start with {@link org.ringfence.door.http.web.PageRoute}.
 */
@NullMarked
package org.ringfence.door.http.web;

import org.jspecify.annotations.NullMarked;
