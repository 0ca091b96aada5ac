/**
 * Who may ask the API for what.
 *
 * <p>Comes in: a file of tokens, and the secret that a caller shows. Goes out: the token that it
 * belongs to. Must not happen here: a secret that is written down, shown twice, or compared in a
 * time that tells where it is wrong.
 *
 * <p>Start with {@link org.ringfence.door.http.token.Tokens}.
 */
@NullMarked
package org.ringfence.door.http.token;

import org.jspecify.annotations.NullMarked;
