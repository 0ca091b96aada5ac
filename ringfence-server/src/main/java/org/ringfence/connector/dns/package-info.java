/**
 * The DNS of the core, by dnsjava.
 *
 * <p>Comes in: a name and a type. Goes out: an answer within a time, trouble among them. Must not
 * happen here: recursion (a resolver near does that, and validates DNSSEC), keeping answers.
 *
 * <p>Start with {@link org.ringfence.connector.dns.DnsjavaResolver}.
 */
@NullMarked
package org.ringfence.connector.dns;

import org.jspecify.annotations.NullMarked;
