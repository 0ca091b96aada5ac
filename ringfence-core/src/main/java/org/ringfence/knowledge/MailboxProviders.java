package org.ringfence.knowledge;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The providers where anybody can open a mailbox.
 *
 * @param publicProviders their mail domains in lower case
 */
public record MailboxProviders(Set<String> publicProviders) {
  public MailboxProviders {
    publicProviders =
        publicProviders.stream()
            .map(domain -> domain.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether anybody can open a mailbox at {@code domain}. */
  public boolean isPublic(String domain) {
    return publicProviders.contains(domain);
  }
}
