/**
 * The door that takes mail by SMTP (RFC 5321) or LMTP (RFC 2033) and gives it to the next host: a
 * content filter before or after a mail server's queue.
 *
 * <p>Comes in: connections of mail servers. Goes out: a {@link org.ringfence.reception.Handover}
 * for each message, the message as the answer wants it to the next host, and that host's own words
 * to the client. Must not happen here: a 250 before the next host's, or before the message is on
 * the disk; a line's end that is not CR LF; memory or a wait without a bound.
 *
 * <p>By the time a message comes here, the mail server in front has put one Received field of its
 * own on top, before and after its queue alike. Start with {@link org.ringfence.door.smtp.Session}.
 */
@NullMarked
package org.ringfence.door.smtp;

import org.jspecify.annotations.NullMarked;
