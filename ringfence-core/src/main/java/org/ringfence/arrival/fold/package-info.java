/**
 * The step that undoes disguises: each surface once more, folded to what a person reads.
 *
 * <p>Comes in: {@link org.ringfence.mail.Surface}. Goes out: {@link
 * org.ringfence.arrival.fold.FoldedSurface}. Must not happen here: judging what is written.
 */
@NullMarked
package org.ringfence.arrival.fold;

import org.jspecify.annotations.NullMarked;
