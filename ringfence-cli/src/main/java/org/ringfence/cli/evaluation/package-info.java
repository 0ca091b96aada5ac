/**
 * How well the judgement does on mail whose answer is known.
 *
 * <p>Comes in: labels and verdicts. Goes out: counts, shares with their intervals, curves. Must not
 * happen here: judging mail.
 *
 * <p>Start with {@link org.ringfence.cli.evaluation.Evaluation}.
 */
@NullMarked
package org.ringfence.cli.evaluation;

import org.jspecify.annotations.NullMarked;
