/**
 * The step that finds what a message talks about: charges, renewals, deadlines, brands, sums of
 * money, requests to call.
 *
 * <p>Comes in: folded surfaces and the vocabularies. Goes out: {@link
 * org.ringfence.assessment.lure.Lures}. Must not happen here: weighing what was found.
 */
@NullMarked
package org.ringfence.assessment.lure;

import org.jspecify.annotations.NullMarked;
