package org.ringfence.assessment.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringfence.mail.Place;

/**
 * The addresses that a platform sends from.
 *
 * <p>They are compared with RFC5322.From as written. Whether that address is the true one is for
 * the authentication step to say.
 *
 * @param addresses single addresses in lower case
 * @param domains "@domain" for a whole domain, "@*.domain" for all its subdomains
 */
record Identities(Set<String> addresses, Set<String> domains) {
  /** Where the display name of RFC5322.From stands. */
  static final Place FROM = Place.header("From");

  static Identities of(List<String> written) {
    Set<String> addresses = new HashSet<>();
    Set<String> domains = new HashSet<>();
    written.forEach(identity -> (identity.startsWith("@") ? domains : addresses).add(identity));
    return new Identities(Set.copyOf(addresses), Set.copyOf(domains));
  }

  /** Whether {@code authors}, in lower case, are all the platform's, and there is one. */
  boolean cover(List<String> authors) {
    for (String author : authors) {
      if (!covers(author)) {
        return false;
      }
    }
    return !authors.isEmpty();
  }

  private boolean covers(String author) {
    if (addresses.contains(author)) {
      return true;
    }
    int at = author.lastIndexOf('@');
    if (domains.isEmpty() || at < 0) {
      return false;
    }
    if (domains.contains(author.substring(at))) {
      return true;
    }
    for (int dot = author.indexOf('.', at); dot >= 0; dot = author.indexOf('.', dot + 1)) {
      if (domains.contains("@*" + author.substring(dot))) {
        return true;
      }
    }
    return false;
  }
}
