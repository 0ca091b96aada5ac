/**
 * The step that finds the telephone numbers a reader could call.
 *
 * <p>Comes in: folded surfaces, what they talk about, the numbering knowledge. Goes out: {@link
 * org.ringfence.assessment.number.CallbackNumber}. Must not happen here: deciding whether a number
 * is bad.
 */
@NullMarked
package org.ringfence.assessment.number;

import org.jspecify.annotations.NullMarked;
