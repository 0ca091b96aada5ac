/**
 * What whoever runs Ringfence looks at: metrics of the process and of the mail that passes.
 *
 * <p>Comes in: what doors, reception, dispatch and store report through {@link
 * org.ringfence.operation.Meters}. Goes out: a page in Prometheus' text format. Must not happen
 * here: a word of a mail, an address, a label with values that strangers choose.
 *
 * <p>Start with {@link org.ringfence.operation.Meters}.
 */
@NullMarked
package org.ringfence.operation;

import org.jspecify.annotations.NullMarked;
