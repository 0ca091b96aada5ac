/**
 * What DKIM and ARC share: fields as received, tag lists, canonicalization, algorithms, public keys
 * (RFC 6376 §3).
 *
 * <p>Comes in: the octets of a message, key records of the DNS. Goes out: what was signed, and
 * whether the signature matches. Must not happen here: deciding what a result is worth, an
 * exception caused by a message or by the DNS.
 *
 * <p>Start with {@link org.ringfence.assessment.authentication.signature.RawMessage} and {@link
 * org.ringfence.assessment.authentication.signature.MessageSignature}.
 */
@NullMarked
package org.ringfence.assessment.authentication.signature;

import org.jspecify.annotations.NullMarked;
