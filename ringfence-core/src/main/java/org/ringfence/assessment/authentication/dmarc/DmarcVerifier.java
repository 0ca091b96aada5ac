package org.ringfence.assessment.authentication.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.Property;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.dmarc.Alignment.Relation;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.HeaderSection;

/**
 * Checks the author's domain of a message (RFC 9989 §5.3).
 *
 * <p>PASS: SPF or DKIM vouch for the author's domain. FAIL: its owner publishes a policy, and
 * neither does. NONE: no policy, or no author's domain. TEMPERROR: the DNS did not answer where it
 * mattered. PERMERROR: the message has several From fields or authors of several domains; RFC 9989
 * leaves such mail out, and we do not let it pass.
 *
 * <p>Nothing in a message or in the DNS makes it throw. May be shared between threads.
 */
public final class DmarcVerifier {
  private final Resolver resolver;

  /**
   * @param resolver the DNS
   */
  public DmarcVerifier(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Checks one message.
   *
   * @param header its header section
   * @param addressing its address fields
   * @param identities the results of SPF (smtp.mailfrom) and of DKIM (header.d), in any order
   */
  public DmarcResult verify(
      HeaderSection header, Addressing addressing, List<MethodResult> identities) {
    return switch (AuthorDomain.of(header, addressing)) {
      case AuthorDomain.NotOne not ->
          new Outcome(Optional.empty()).end(not.code(), not.reason(), List.of());
      case AuthorDomain.One one -> verify(one.name(), identities);
    };
  }

  private DmarcResult verify(DomainName author, List<MethodResult> identities) {
    var walks = new TreeWalk(resolver);
    Walk walk = walks.from(author);
    var outcome = new Outcome(Optional.of(author));
    boolean isKnown = walk.records().containsKey(author);
    if (walk.trouble().isPresent() && !isKnown) {
      return outcome.end(ResultCode.TEMPERROR, walk.trouble().get(), List.of());
    }
    Optional<DomainName> domain = walk.policyDomain();
    Optional<PolicyRecord> record = domain.map(name -> walk.records().get(name));
    if (domain.isEmpty() || record.isEmpty() || record.get().policy().isEmpty()) {
      return outcome.end(ResultCode.NONE, "", List.of());
    }
    Optional<DomainOwnerAssessmentPolicy> policy =
        new PolicyChoice(walks).of(record.get(), domain.get(), author);
    if (policy.isEmpty()) {
      return outcome.end(
          ResultCode.TEMPERROR, "Whether the author's domain exists is unknown.", List.of());
    }
    outcome.found(walk.organizationalDomain(), policy.get());
    return align(new Alignment(walk, record.get(), walks), identities, outcome);
  }

  private static DmarcResult align(
      Alignment alignment, List<MethodResult> identities, Outcome outcome) {
    List<MethodResult> aligned = new ArrayList<>();
    boolean isUnknown = false;
    for (MethodResult identity : identities) {
      boolean passes = identity.code() == ResultCode.PASS;
      if (!passes && identity.code() != ResultCode.TEMPERROR) {
        continue;
      }
      Relation relation = alignment.of(identity);
      if (relation == Relation.ALIGNED && passes) {
        aligned.add(identity);
      }
      // RFC 9989 §5.3.5: what may still pass has not failed.
      isUnknown |= relation != Relation.FOREIGN;
    }
    if (!aligned.isEmpty()) {
      return outcome.end(ResultCode.PASS, "", aligned);
    }
    return isUnknown
        ? outcome.end(ResultCode.TEMPERROR, "The DNS did not answer all questions.", aligned)
        : outcome.end(ResultCode.FAIL, "", aligned);
  }

  /** What is known so far. */
  private static final class Outcome {
    private final Optional<DomainName> author;
    private Optional<DomainName> organizational = Optional.empty();
    private Optional<DomainOwnerAssessmentPolicy> policy = Optional.empty();

    Outcome(Optional<DomainName> author) {
      this.author = author;
    }

    void found(DomainName organizationalDomain, DomainOwnerAssessmentPolicy wanted) {
      organizational = Optional.of(organizationalDomain);
      policy = Optional.of(wanted);
    }

    DmarcResult end(ResultCode code, String reason, List<MethodResult> aligned) {
      List<Property> properties = new ArrayList<>();
      author.ifPresent(name -> properties.add(new Property("header", "from", name.value())));
      policy.ifPresent(name -> properties.add(new Property("policy", "dmarc", name.key())));
      var result = new MethodResult(Method.DMARC, code, reason, properties);
      return new DmarcResult(result, author, organizational, policy, aligned);
    }
  }
}
