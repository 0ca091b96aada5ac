package org.ringfence.assessment.authentication.signature;

import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.Set;

/**
 * The public key of a signer (RFC 6376 §3.6.1).
 *
 * @param key the key
 * @param flags t=: "y" where the domain tests, "s" where i= must be d= itself
 */
public record PublishedKey(PublicKey key, Set<String> flags) {
  /** RFC 8301 §3.2: no signature with a shorter RSA key is valid. */
  private static final int LEAST_RSA_BITS = 1024;

  public PublishedKey {
    flags = Set.copyOf(flags);
  }

  /** Whether anyone could compute the private key. */
  public boolean isTooShort() {
    return key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS;
  }
}
