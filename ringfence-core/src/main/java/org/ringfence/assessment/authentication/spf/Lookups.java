package org.ringfence.assessment.authentication.spf;

import java.util.List;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;

/** The DNS as one check may use it: within the limits of RFC 7208 §4.6.4. */
final class Lookups {
  private static final int MOST_TERMS = 10;
  private static final int MOST_VOID = 2;

  private final Resolver resolver;
  private int terms;
  private int voidTerms;
  private boolean voidSeen;

  Lookups(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Counts a mechanism or modifier that asks the DNS. */
  void countTerm() throws SpfError {
    voidSeen = false;
    if (++terms > MOST_TERMS) {
      throw SpfError.permanent(
          "The SPF record and those it includes have more than %s terms that ask the DNS."
              .formatted(MOST_TERMS));
    }
  }

  /** Asks on behalf of the term counted last; trouble is temperror. */
  List<String> ask(String name, Resolver.Type type) throws SpfError {
    List<String> values = askFreely(name, type);
    if (values.isEmpty() && !voidSeen) {
      voidSeen = true;
      countVoidTerm();
    }
    return values;
  }

  /** Terms are counted: an "mx" of five hosts without IPv6 is one, whoever asks over IPv6. */
  private void countVoidTerm() throws SpfError {
    if (++voidTerms > MOST_VOID) {
      throw SpfError.permanent(
          "More than %s terms of the SPF record lead to nothing.".formatted(MOST_VOID));
    }
  }

  /** Asks; no records are nothing odd, trouble is temperror. */
  List<String> askFreely(String name, Resolver.Type type) throws SpfError {
    return switch (resolver.ask(name, type)) {
      case Answer.Records(List<String> values) -> values;
      case Answer.NoData() -> List.of();
      case Answer.NoSuchName() -> List.of();
      case Answer.Trouble(String reason) ->
          throw SpfError.temporary(
              "The %s records of %s could not be had: %s"
                  .formatted(type, Shown.quote(name), reason));
    };
  }

  /** Asks where trouble shall not matter. */
  List<String> askAnyway(String name, Resolver.Type type) {
    return resolver.ask(name, type) instanceof Answer.Records(List<String> values)
        ? values
        : List.of();
  }
}
