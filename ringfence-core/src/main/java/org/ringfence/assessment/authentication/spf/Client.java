package org.ringfence.assessment.authentication.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringfence.assessment.authentication.dns.Resolver;

/** The SMTP client: its address and, once asked for, its validated names. */
final class Client {
  private static final int MOST_NAMES = 10;

  private final InetAddress ip;
  private final Lookups dns;

  /** Looked up at most once a check, however many records want them. */
  private @Nullable List<String> names;

  Client(InetAddress ip, Lookups dns) {
    this.ip = IpLiteral.unmapped(ip);
    this.dns = dns;
  }

  InetAddress ip() {
    return ip;
  }

  /** The type of the records that hold addresses of the client's family. */
  Resolver.Type addressType() {
    return ip instanceof Inet4Address ? Resolver.Type.A : Resolver.Type.AAAA;
  }

  /** The name space under arpa for the client's family (the macro "v"). */
  String space() {
    return ip instanceof Inet4Address ? "in-addr" : "ip6";
  }

  /** Whether one of {@code addresses}, taken as a network, holds the client. */
  boolean isAmong(List<String> addresses, DualCidr cidr) {
    return addresses.stream()
        .flatMap(address -> IpLiteral.parse(address).stream())
        .anyMatch(address -> cidr.around(address).contains(ip));
  }

  /**
   * The names that the client has by PTR and that lead back to it (RFC 7208 §5.5). Trouble and
   * empty answers count for nothing here: these names are chosen by the owner of the client's
   * address, who could else spoil any domain's record.
   */
  private List<String> names() {
    List<String> known = names;
    if (known == null) {
      known = validatedNames();
      names = known;
    }
    return known;
  }

  private List<String> validatedNames() {
    String[] labels = IpLiteral.dotted(ip).split("\\.");
    String reversed = String.join(".", List.of(labels).reversed()) + "." + space() + ".arpa";
    List<String> validated = new ArrayList<>();
    for (String written :
        dns.askAnyway(reversed, Resolver.Type.PTR).stream().limit(MOST_NAMES).toList()) {
      TargetName.of(written)
          .filter(name -> isAmong(dns.askAnyway(name, addressType()), new DualCidr(32, 128)))
          .ifPresent(validated::add);
    }
    return validated;
  }

  /** Whether a validated name is {@code domain} or lies below it. */
  boolean hasNameIn(String domain) {
    return names().stream().anyMatch(name -> isIn(name, domain));
  }

  /** The validated name for the macro "p": the domain, else one below it, else any (§7.3). */
  String validatedName(String domain) {
    Optional<String> same = names().stream().filter(domain::equalsIgnoreCase).findFirst();
    return same.or(() -> names().stream().filter(name -> isIn(name, domain)).findFirst())
        .or(() -> names().stream().findFirst())
        .orElse("unknown");
  }

  private static boolean isIn(String name, String domain) {
    String lower = name.toLowerCase(Locale.ROOT);
    String lowerDomain = domain.toLowerCase(Locale.ROOT);
    return lower.equals(lowerDomain) || lower.endsWith("." + lowerDomain);
  }
}
