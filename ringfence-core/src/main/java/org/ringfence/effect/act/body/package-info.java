/**
 * What is changed in the body of a message: the warning, and the numbers disarmed.
 *
 * <p>Comes in: the octets of a message, the words of the warning and the numbers as they were
 * found. Goes out: a new body, of which nothing but the touched parts differs. Must not happen
 * here: a document put together anew, an exception caused by a message, a change of a signed or
 * encrypted body, words of a stranger unescaped.
 *
 * <p>Start with {@link org.ringfence.effect.act.body.BodyEditing}.
 */
@NullMarked
package org.ringfence.effect.act.body;

import org.jspecify.annotations.NullMarked;
