/**
 * The command {@code ringfence}: one class for each of its commands.
 *
 * <p>Comes in: arguments, files, the environment. Goes out: text or JSON, and an exit code. Must
 * not happen here: judging. Only {@link org.ringfence.cli.Wiring} assembles the steps.
 *
 * <p>Start with {@link org.ringfence.cli.Ringfence}.
 */
@NullMarked
package org.ringfence.cli;

import org.jspecify.annotations.NullMarked;
