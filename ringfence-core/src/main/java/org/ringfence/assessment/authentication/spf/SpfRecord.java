package org.ringfence.assessment.authentication.spf;

import java.util.List;
import java.util.Optional;

/**
 * A record that was read without an error (RFC 7208 §4.6).
 *
 * @param directives in their order
 * @param redirect the domain that decides when no directive matches (§6.1)
 * @param explanation where the words for a fail stand (§6.2)
 */
record SpfRecord(
    List<Directive> directives, Optional<MacroString> redirect, Optional<MacroString> explanation) {
  SpfRecord {
    directives = List.copyOf(directives);
  }

  /**
   * A mechanism and what its match means.
   *
   * @param source as the record writes it, for people
   */
  record Directive(Qualifier qualifier, Mechanism mechanism, String source) {}
}
