/**
 * The Authentication-Results field (RFC 8601): reading it, choosing the ones that may be believed,
 * writing our own.
 *
 * <p>Comes in: field bodies; which servers are ours. Goes out: {@link
 * org.ringfence.assessment.authentication.AuthenticationResults}, and what was not believed. Must
 * not happen here: belief in a field for its looks; anyone can write one.
 *
 * <p>Start with {@link org.ringfence.assessment.authentication.results.TrustedResults}.
 */
@NullMarked
package org.ringfence.assessment.authentication.results;

import org.jspecify.annotations.NullMarked;
