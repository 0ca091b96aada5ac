/**
 * Readers of mails that are kept as files of Outlook: .msg and winmail.dat (TNEF).
 *
 * <p>Comes in: one attachment, or a whole message that is a .msg file. Goes out: the inner mail's
 * subject, names and text as surfaces, its HTML and its attachments as nested parts. Must not
 * happen here: trusting the file's own account of its size.
 *
 * <p>Start with {@link org.ringfence.arrival.parse.mailfile.MsgReader}.
 */
@NullMarked
package org.ringfence.arrival.parse.mailfile;

import org.jspecify.annotations.NullMarked;
