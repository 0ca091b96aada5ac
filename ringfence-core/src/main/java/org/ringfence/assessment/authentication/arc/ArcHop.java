package org.ringfence.assessment.authentication.arc;

import java.time.Instant;
import java.util.Optional;

/**
 * One handler of a message, as it presents itself.
 *
 * @param instance its place in the chain, 1 for the first
 * @param sealer the domain that sealed (d=)
 * @param selector the name of its key (s=)
 * @param sealedAt when (t=), where it says so
 * @param authenticationResults what it found, as an Authentication-Results field body without the
 *     instance
 */
public record ArcHop(
    int instance,
    String sealer,
    String selector,
    Optional<Instant> sealedAt,
    String authenticationResults) {}
