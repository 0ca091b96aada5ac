package org.ringfence.assessment.authentication.spf;

import org.ringfence.mail.IpNetwork;

/** The mechanisms of RFC 7208 §5. A domain left out is the macro "%{d}", the current domain. */
sealed interface Mechanism {
  /** Matches always (§5.1). */
  record All() implements Mechanism {}

  /** Matches where the record of another domain passes (§5.2). */
  record Include(MacroString domain) implements Mechanism {}

  /** Matches the addresses of a host (§5.3). */
  record Address(MacroString domain, DualCidr cidr) implements Mechanism {}

  /** Matches the addresses of the mail exchangers of a domain (§5.4). */
  record Exchanger(MacroString domain, DualCidr cidr) implements Mechanism {}

  /** Matches clients whose validated name lies in a domain; discouraged (§5.5). */
  record Pointer(MacroString domain) implements Mechanism {}

  /** Matches the addresses of a network: "ip4" and "ip6" (§5.6). */
  record Network(IpNetwork network) implements Mechanism {}

  /** Matches where a name has an IPv4 address, whichever (§5.7). */
  record Exists(MacroString domain) implements Mechanism {}
}
