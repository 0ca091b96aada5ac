/**
 * What each step costs, by JMH, on the project's own fixtures.
 *
 * <p>Comes in: the fixtures and the knowledge of this tree. Goes out: microseconds a mail. Must not
 * happen here: measuring something that no test has shown to be right; {@code StepsBenchmarkTest}
 * guards each benchmark.
 */
@NullMarked
package org.ringfence.bench.part;

import org.jspecify.annotations.NullMarked;
