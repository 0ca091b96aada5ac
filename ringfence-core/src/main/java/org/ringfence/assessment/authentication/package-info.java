/**
 * The step that says under which identities a message was really sent: SPF, DKIM, DMARC and ARC.
 *
 * <p>Comes in: octets, envelope, a {@link org.ringfence.assessment.authentication.dns.Resolver}.
 * Goes out: {@link org.ringfence.assessment.authentication.AuthenticationResults}. Must not happen
 * here: turning a result into a score; authentication is identity.
 */
@NullMarked
package org.ringfence.assessment.authentication;

import org.jspecify.annotations.NullMarked;
