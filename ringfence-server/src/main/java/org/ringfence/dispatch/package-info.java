/**
 * Sends mail out of our care, and asks again about mail that is held.
 *
 * <p>Comes in: what {@link org.ringfence.custody.Custody} says is due. Goes out: the mail to the
 * next host, and its new standing to custody. Must not happen here: a decision about a mail other
 * than the one that was made, a step that is not written down before the next is taken.
 *
 * <p>Start with {@link org.ringfence.dispatch.Dispatch}.
 */
@NullMarked
package org.ringfence.dispatch;

import org.jspecify.annotations.NullMarked;
