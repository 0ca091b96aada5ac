/**
 * Readers of calendar objects (RFC 5545) and address cards (RFC 6350).
 *
 * <p>Comes in: one attachment of content lines, however badly folded. Goes out: the texts a
 * calendar or address book shows, files inside them as nested parts. Must not happen here:
 * understanding times, recurrences or zones, and losing text because a line of another property is
 * broken.
 *
 * <p>Start with {@link org.ringfence.arrival.parse.calendar.CalendarReader}.
 */
@NullMarked
package org.ringfence.arrival.parse.calendar;

import org.jspecify.annotations.NullMarked;
