/**
 * Load: a real Postfix without a filter, with Ringfence and with rspamd as its milter, in one run
 * on one machine, together with the generator of the mail.
 *
 * <p>Comes in: folders of mails. Goes out: tables and JSON lines of speed, added latency, processor
 * time and memory. Must not happen here: tuning of either filter, a port other than loopback's, a
 * process or a file that outlives the run.
 *
 * <p>Start with {@link org.ringfence.bench.flow.Load}.
 */
@NullMarked
package org.ringfence.bench.flow;

import org.jspecify.annotations.NullMarked;
