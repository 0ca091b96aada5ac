package org.ringfence.assessment.path;

import java.util.List;
import java.util.Locale;
import org.ringfence.knowledge.MailboxProviders;
import org.ringfence.mail.Admd;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Mailbox;

/**
 * What is known of the site's own addresses.
 *
 * <p>Where no domains are configured, those of the envelope's recipients are the site's, since the
 * door took mail for them; at a provider where anybody can open a mailbox it is the address alone.
 *
 * @param admd the site
 * @param recipients the addresses in the envelope, in lower case
 * @param providers where anybody can open a mailbox
 */
record Site(Admd admd, List<Mailbox> recipients, MailboxProviders providers) {
  static Site of(Admd admd, Arrival arrival, MailboxProviders providers) {
    List<Mailbox> recipients =
        admd.domains().isEmpty()
            ? arrival.envelope().rcptTo().stream()
                .map(address -> new Mailbox("", Addresses.bare(address)))
                .filter(mailbox -> mailbox.address().contains("@"))
                .toList()
            : List.of();
    return new Site(admd, recipients, providers);
  }

  /** Whether it can be told at all which addresses are the site's. */
  boolean isKnown() {
    return !admd.domains().isEmpty() || !recipients.isEmpty();
  }

  /** Whether {@code mailbox} is one of the site's, or a list that it runs or has joined. */
  boolean owns(Mailbox mailbox) {
    String address = mailbox.address().toLowerCase(Locale.ROOT);
    return runs(address)
        || owns(mailbox.domain())
        || recipients.stream().anyMatch(own -> own.address().equals(address));
  }

  /** Whether {@code domain}, in lower case, is the site's. */
  boolean owns(String domain) {
    return admd.receivesFor(domain)
        || recipients.stream()
            .anyMatch(own -> own.domain().equals(domain) && !providers.isPublic(domain));
  }

  /** Whether a list that the site runs or has joined is at {@code domain}. */
  boolean hasListAt(String domain) {
    return admd.inventory().lists().stream()
        .anyMatch(list -> Addresses.domain(list).equals(domain));
  }

  /** Whether {@code list}, an address or a list identifier in lower case, is listed as own. */
  boolean runs(String list) {
    return admd.inventory().lists().contains(list);
  }
}
