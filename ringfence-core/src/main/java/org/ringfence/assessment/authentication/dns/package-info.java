/**
 * The port to the DNS: what authentication asks, and what may come back. Beside it the parts that
 * need no network: a cache, a deadline, and a zone file in place of the DNS.
 *
 * <p>Comes in: names. Goes out: answers as values, trouble among them. Must not happen here:
 * sockets (a connector has them), a clock or a file of its own.
 *
 * <p>Start with {@link org.ringfence.assessment.authentication.dns.Resolver}.
 */
@NullMarked
package org.ringfence.assessment.authentication.dns;

import org.jspecify.annotations.NullMarked;
