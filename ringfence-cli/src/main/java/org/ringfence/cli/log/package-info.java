/**
 * What the log of a serving command looks like.
 *
 * <p>Comes in: what the rooms write by SLF4J, as a message and pairs of key and value. Goes out:
 * one line on standard error. Must not happen here: deciding what may be written of a mail; whoever
 * writes redacts.
 */
@NullMarked
package org.ringfence.cli.log;

import org.jspecify.annotations.NullMarked;
