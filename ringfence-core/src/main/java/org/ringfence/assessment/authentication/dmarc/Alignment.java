package org.ringfence.assessment.authentication.dmarc;

import java.util.Optional;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.MethodResult;

/** Whether authenticated identifiers are the author's (RFC 9989 §4.4). */
final class Alignment {
  /** What comparing one identifier came to. */
  enum Relation {
    ALIGNED,
    FOREIGN,
    /** The DNS does not say now. */
    UNKNOWN
  }

  private final Walk author;
  private final PolicyRecord policy;
  private final TreeWalk walks;

  Alignment(Walk author, PolicyRecord policy, TreeWalk walks) {
    this.author = author;
    this.policy = policy;
    this.walks = walks;
  }

  /** How the identifier of one result of SPF or DKIM stands to the author's domain. */
  Relation of(MethodResult result) {
    return identifier(result).map(name -> relation(name, result.method())).orElse(Relation.FOREIGN);
  }

  private Relation relation(DomainName identifier, Method method) {
    if (identifier.equals(author.start())) {
      return Relation.ALIGNED;
    }
    IdentifierAlignment mode =
        method == Method.SPF ? policy.spfAlignment() : policy.dkimAlignment();
    return switch (mode) {
      case STRICT -> Relation.FOREIGN;
      case RELAXED -> relaxed(identifier);
    };
  }

  private Relation relaxed(DomainName identifier) {
    if (author.trouble().isPresent()) {
      return Relation.UNKNOWN;
    }
    DomainName organizational = author.organizationalDomain();
    if (!identifier.isOrIsBelow(organizational)) {
      return Relation.FOREIGN;
    }
    Walk walk = walks.from(identifier);
    if (walk.trouble().isPresent()) {
      return Relation.UNKNOWN;
    }
    return walk.organizationalDomain().equals(organizational) ? Relation.ALIGNED : Relation.FOREIGN;
  }

  /**
   * The domain that a result vouches for. Of SPF it is the domain of MAIL FROM; where the
   * reverse-path is empty that is the one of HELO (RFC 7208 §2.4), which stands alone then.
   */
  private static Optional<DomainName> identifier(MethodResult result) {
    Optional<String> value =
        result.method() == Method.SPF
            ? result.value("smtp", "mailfrom").or(() -> result.value("smtp", "helo"))
            : result.value("header", "d");
    return value.map(text -> text.substring(text.lastIndexOf('@') + 1)).flatMap(DomainName::of);
  }
}
