/**
 * The comparison with peers: the same mails through Ringfence, rspamd and SpamAssassin, each pinned
 * to the same single core, in one run.
 *
 * <p>Comes in: folders of mails. Goes out: a table of speeds, ratios and detections. Must not
 * happen here: tuning of any of the three.
 *
 * <p>Start with {@link org.ringfence.bench.peer.Comparison}.
 */
@NullMarked
package org.ringfence.bench.peer;

import org.jspecify.annotations.NullMarked;
