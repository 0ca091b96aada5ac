/**
 * What people are told instead of what the mail tells them.
 *
 * <p>Comes in: what was found out about a mail, and the knowledge of brands and texts. Goes out:
 * one {@link org.ringfence.effect.educate.Advice} of each mail; and in a reader's language the
 * explanation of a mail, the {@link org.ringfence.effect.educate.Dialogue} with somebody who
 * already called, the answer to a report, and the lesson. All of it is values and sentences: pages
 * and mails are made of them elsewhere.
 *
 * <p>Must not happen here: a link or a number of the mail as a way to go, a word of the mail among
 * ours, and a word of blame.
 */
@NullMarked
package org.ringfence.effect.educate;

import org.jspecify.annotations.NullMarked;
