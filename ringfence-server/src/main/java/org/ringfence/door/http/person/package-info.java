/**
 * The pages for recipients: what a mail is, how to check it, and help for whoever already called.
 * There is no sign-in; a link names one case and one recipient and opens nothing else.
 *
 * <p>Comes in: a link out of a warning, and what somebody answers. Goes out: pages in the reader's
 * language; responses into the store, the audit log and to the security desk. Must not happen here:
 * an effect of a GET, a word of a mail that acts, an answer that tells whether a link was ever
 * good, a word of blame.
 *
 * <p>Start with {@link org.ringfence.door.http.person.PersonPages}.
 */
@NullMarked
package org.ringfence.door.http.person;

import org.jspecify.annotations.NullMarked;
