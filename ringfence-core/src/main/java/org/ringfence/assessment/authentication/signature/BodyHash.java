package org.ringfence.assessment.authentication.signature;

import org.ringfence.mail.Octets;

/**
 * The hash of a body.
 *
 * @param value the hash of the octets that are signed
 * @param length the octets of the whole canonical body
 */
public record BodyHash(Octets value, long length) {}
