/**
 * SPF (RFC 7208): whether the domain of the envelope sender lets this client send for it.
 *
 * <p>Comes in: a {@link org.ringfence.assessment.authentication.spf.SpfQuery} and a resolver. Goes
 * out: one {@link org.ringfence.assessment.authentication.MethodResult}. Must not happen here:
 * sockets, an exception for what a record says, more look-ups than RFC 7208 §4.6.4 grants.
 *
 * <p>Start with {@link org.ringfence.assessment.authentication.spf.SpfVerifier}.
 */
@NullMarked
package org.ringfence.assessment.authentication.spf;

import org.jspecify.annotations.NullMarked;
