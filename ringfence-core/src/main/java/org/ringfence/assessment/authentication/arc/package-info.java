/**
 * ARC (RFC 8617): what earlier handlers of a message say they found before they passed it on.
 *
 * <p>Comes in: a {@link org.ringfence.assessment.authentication.signature.RawMessage} and the DNS.
 * Goes out: an {@link org.ringfence.assessment.authentication.arc.ArcResult}. Must not happen here:
 * trust in a sealer; anyone can seal anything, so a chain that passes names handlers and proves
 * nothing about the message.
 *
 * <p>ARC is on its way to Historic: nothing but the line that calls {@link
 * org.ringfence.assessment.authentication.arc.ArcVerifier} may depend on this package, so that it
 * can be deleted.
 */
@NullMarked
package org.ringfence.assessment.authentication.arc;

import org.jspecify.annotations.NullMarked;
