/**
 * The step that weighs: from findings and words to a calibrated probability, with its reasons.
 *
 * <p>Comes in: findings and the folded message. Goes out: a {@link
 * org.ringfence.decision.judge.Verdict} whose explanation adds up to its score. Must not happen
 * here: deciding what the site does about it.
 */
@NullMarked
package org.ringfence.decision.judge;

import org.jspecify.annotations.NullMarked;
