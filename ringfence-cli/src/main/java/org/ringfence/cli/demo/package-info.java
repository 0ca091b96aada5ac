/**
 * What the demonstration needs beside Ringfence: mails to send, a mail server to take them, and an
 * administrator's eyes.
 *
 * <p>Comes in: the list of mails and the addresses of open doors. Goes out: what became of each
 * mail for each recipient. Must not happen here: judging, or anything that Ringfence does not also
 * do for strangers at its doors.
 *
 * <p>Start with {@link org.ringfence.cli.demo.Outcomes}.
 */
@NullMarked
package org.ringfence.cli.demo;

import org.jspecify.annotations.NullMarked;
