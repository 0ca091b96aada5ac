/**
 * DKIM (RFC 6376, RFC 8301, RFC 8463): which domains vouch for a message, and for how much of it.
 *
 * <p>Comes in: a {@link org.ringfence.assessment.authentication.signature.RawMessage}, the DNS, the
 * time. Goes out: one {@link org.ringfence.assessment.authentication.dkim.DkimResult} for each
 * signature. Must not happen here: trust in a domain; a signature says who signed, not that the
 * words are good.
 *
 * <p>Start with {@link org.ringfence.assessment.authentication.dkim.DkimVerifier}.
 */
@NullMarked
package org.ringfence.assessment.authentication.dkim;

import org.jspecify.annotations.NullMarked;
