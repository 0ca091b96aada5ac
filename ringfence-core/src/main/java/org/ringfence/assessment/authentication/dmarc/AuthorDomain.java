package org.ringfence.assessment.authentication.dmarc;

import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Mailbox;

/** The domain of the author (RFC 9989 §3.2.2), or why a message has not exactly one. */
sealed interface AuthorDomain {
  /**
   * The one domain of all authors.
   *
   * @param name the domain
   */
  record One(DomainName name) implements AuthorDomain {}

  /**
   * None or more than one.
   *
   * @param code what DMARC comes to then
   * @param reason one sentence
   */
  record NotOne(ResultCode code, String reason) implements AuthorDomain {}

  /**
   * Finds it. A message with several From fields, or with authors of several domains, may show its
   * reader any of them: no pass can be said of it.
   */
  static AuthorDomain of(HeaderSection header, Addressing addressing) {
    int fields = header.all("From").size();
    if (fields > 1) {
      return new NotOne(ResultCode.PERMERROR, "The message has " + fields + " From fields.");
    }
    List<Optional<DomainName>> domains =
        addressing.rfc5322From().stream().map(AuthorDomain::domain).distinct().toList();
    if (domains.size() > 1) {
      return new NotOne(ResultCode.PERMERROR, "The From field names authors of several domains.");
    }
    return domains.stream()
        .flatMap(Optional::stream)
        .findFirst()
        .<AuthorDomain>map(One::new)
        .orElse(new NotOne(ResultCode.NONE, "The From field holds no domain."));
  }

  private static Optional<DomainName> domain(Mailbox mailbox) {
    return mailbox.address().contains("@") ? DomainName.of(mailbox.domain()) : Optional.empty();
  }
}
