/**
 * The road of one mail, on one page: {@link org.ringfence.flow.MailFlow}.
 *
 * <p>Comes in: an {@link org.ringfence.mail.Arrival}. Goes out: a {@link
 * org.ringfence.effect.record.CaseRecord}. Must not happen here: any step's own work. Only this
 * package sees all steps.
 */
@NullMarked
package org.ringfence.flow;

import org.jspecify.annotations.NullMarked;
