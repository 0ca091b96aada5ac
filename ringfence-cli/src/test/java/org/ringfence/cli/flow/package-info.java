/**
 * The whole of it, in a mail flow that goes wrong: a real Postfix, {@code ringfence serve} as a
 * process of its own, its store, and somebody who ends one of them, or takes something away.
 */
@NullMarked
package org.ringfence.cli.flow;

import org.jspecify.annotations.NullMarked;
