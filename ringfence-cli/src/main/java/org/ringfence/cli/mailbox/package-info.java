/**
 * Where mails are found: files, folders, mailboxes, standard input.
 *
 * <p>Comes in: what the user named. Goes out: {@link org.ringfence.cli.mailbox.Found}, one mail at
 * a time, bounded in size. Must not happen here: reading what a mail says.
 *
 * <p>Start with {@link org.ringfence.cli.mailbox.MailFinder}.
 */
@NullMarked
package org.ringfence.cli.mailbox;

import org.jspecify.annotations.NullMarked;
