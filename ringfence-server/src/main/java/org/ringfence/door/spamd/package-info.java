/**
 * The door for everything that asks SpamAssassin: the spamd protocol up to version 1.5.
 *
 * <p>Comes in: a command and a message. Goes out: a score on SpamAssassin's scale, the hallmarks as
 * symbols, the reasons as a report, or the message with its marks. Must not happen here: anything
 * done with the mail, a word of it in a header of ours, a wait or a buffer without a bound.
 *
 * <p>Source: {@code spamd/PROTOCOL} of Apache SpamAssassin, and Exim's {@code spam.c} for what
 * clients make of it. Start with {@link org.ringfence.door.spamd.SpamdDoor}.
 */
@NullMarked
package org.ringfence.door.spamd;

import org.jspecify.annotations.NullMarked;
