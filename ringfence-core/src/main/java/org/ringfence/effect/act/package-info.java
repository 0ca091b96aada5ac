/**
 * The step that says what becomes of a judged message, for every door alike.
 *
 * <p>Comes in: a {@link org.ringfence.effect.record.CaseRecord}, or the reason why there is none.
 * Goes out: {@link org.ringfence.effect.act.Ruling}s and the {@link
 * org.ringfence.effect.act.MessageEdits} that carry them out. Must not happen here: a protocol's
 * words, words of the mail in a field without the one header writer between.
 */
@NullMarked
package org.ringfence.effect.act;

import org.jspecify.annotations.NullMarked;
