/**
 * What was found out about a mail, as JSON: one way of writing it for the command line, the API and
 * the store.
 *
 * <p>Comes in: a {@link org.ringfence.effect.record.CaseRecord}, or what the case book remembers.
 * Goes out: records that {@link org.ringfence.report.Json} writes as one line of ASCII. Must not
 * happen here: a word of the mail that is changed, or that could act on a terminal or in a page.
 *
 * <p>Start with {@link org.ringfence.report.CaseReport}.
 */
@NullMarked
package org.ringfence.report;

import org.jspecify.annotations.NullMarked;
