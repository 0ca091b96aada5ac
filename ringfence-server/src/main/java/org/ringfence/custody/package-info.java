/**
 * Mail in our care and what is remembered of mail: the nouns, and the ports that the store serves.
 *
 * <p>Comes in: what the reception decided. Goes out: the same, durable, to whoever sends it on,
 * releases it or looks at it. Must not happen here: SQL, a protocol's words, an address of a door.
 *
 * <p>Start with {@link org.ringfence.custody.Custody}.
 */
@NullMarked
package org.ringfence.custody;

import org.jspecify.annotations.NullMarked;
