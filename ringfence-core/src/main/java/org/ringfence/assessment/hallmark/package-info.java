/**
 * The step that looks for the hallmarks of a callback lure.
 *
 * <p>Comes in: {@link org.ringfence.assessment.hallmark.Observations}, all that earlier steps
 * found. Goes out: one {@link org.ringfence.assessment.hallmark.Finding} per hallmark, with its
 * evidence. Must not happen here: weighing (the judge does), words of any language (knowledge has
 * them).
 *
 * <p>Start with {@link org.ringfence.assessment.hallmark.Hallmarks}.
 */
@NullMarked
package org.ringfence.assessment.hallmark;

import org.jspecify.annotations.NullMarked;
