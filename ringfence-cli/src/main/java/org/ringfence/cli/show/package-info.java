/**
 * What people see of a judgement on a terminal.
 *
 * <p>Comes in: {@link org.ringfence.effect.record.CaseRecord}. Goes out: lines of text. Must not
 * happen here: letting a character of a mail act on the terminal; all of them pass {@link
 * org.ringfence.cli.show.VisibleText}.
 */
@NullMarked
package org.ringfence.cli.show;

import org.jspecify.annotations.NullMarked;
