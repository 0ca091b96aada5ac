/**
 * The step that keeps what is worth keeping of a judged message.
 *
 * <p>Comes in: the results of all steps before. Goes out: a {@link
 * org.ringfence.effect.record.CaseRecord}. Must not happen here: storing it.
 */
@NullMarked
package org.ringfence.effect.record;

import org.jspecify.annotations.NullMarked;
