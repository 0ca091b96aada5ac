package org.ringfence.knowledge;

import java.util.List;
import java.util.Locale;

/**
 * A firm whose name lures borrow.
 *
 * @param id the name used in findings: lower case with hyphens
 * @param name the name shown to people
 * @param names what lures write
 * @param domains where the firm really mails from, in lower case; subdomains included
 * @param ambiguous those of its names that are also plain words ("apple", "chase") and count only
 *     where something else says that the firm is meant
 */
public record Brand(
    String id, String name, List<String> names, List<String> domains, List<String> ambiguous) {
  public Brand {
    names = List.copyOf(names);
    domains = domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
    ambiguous = List.copyOf(ambiguous);
  }
}
