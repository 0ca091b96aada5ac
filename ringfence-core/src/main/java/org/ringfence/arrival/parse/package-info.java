/**
 * The step {@code parse}: reads a message as mail clients do, every place that shows text included.
 *
 * <p>Comes in: the octets of one message and the limits. Goes out: a {@link
 * org.ringfence.mail.Message} with its surfaces in reading order and the defects that say what
 * could not be read. Must not happen here: judging words, an exception caused by a message, work or
 * memory without a bound.
 *
 * <p>Start with {@link org.ringfence.arrival.parse.MessageParser}; {@code EntityReader} walks the
 * parts, {@code LeafReader} decides how one part is read.
 */
@NullMarked
package org.ringfence.arrival.parse;

import org.jspecify.annotations.NullMarked;
