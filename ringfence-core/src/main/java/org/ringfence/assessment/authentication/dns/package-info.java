/**
 * The port to the DNS: what authentication asks, and what may come back.
 *
 * <p>Comes in: names. Goes out: answers as values, trouble among them. Must not happen here:
 * sockets (a connector has them).
 */
@NullMarked
package org.ringfence.assessment.authentication.dns;

import org.jspecify.annotations.NullMarked;
