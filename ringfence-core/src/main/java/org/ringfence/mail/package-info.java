/**
 * The nouns: what every step may speak of.
 *
 * <p>Comes in: nothing. Goes out: immutable values named after RFC 5322, RFC 5598 and RFC 2045.
 * Must not happen here: reading, judging, I/O.
 *
 * <p>Start with {@link org.ringfence.mail.Message} and {@link org.ringfence.mail.Surface}.
 */
@NullMarked
package org.ringfence.mail;

import org.jspecify.annotations.NullMarked;
