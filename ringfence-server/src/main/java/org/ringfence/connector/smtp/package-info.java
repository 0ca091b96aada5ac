/**
 * The next host, to which mail goes on by SMTP (RFC 5321) or LMTP (RFC 2033).
 *
 * <p>Comes in: an envelope and octets. Goes out: the host's own reply for each recipient, or a
 * {@link org.ringfence.connector.smtp.NextHopFailure} that says whether the mail may have arrived.
 * Must not happen here: a wait without an end, a decision about the mail, a bare CR or LF on the
 * wire.
 *
 * <p>Start with {@link org.ringfence.connector.smtp.SmtpConnection}.
 */
@NullMarked
package org.ringfence.connector.smtp;

import org.jspecify.annotations.NullMarked;
