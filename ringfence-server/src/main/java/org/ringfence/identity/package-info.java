/**
 * Who may do what: people, their passwords and second factors, their sessions, and links that name
 * one case and one recipient.
 *
 * <p>Comes in: what somebody claims to be. Goes out: who he is, or nothing; never why not. Must not
 * happen here: HTTP, SQL, a secret in a message or a log.
 *
 * <p>Start with {@link org.ringfence.identity.SignIn}.
 */
@NullMarked
package org.ringfence.identity;

import org.jspecify.annotations.NullMarked;
