package org.ringfence.assessment.authentication.spf;

import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.assessment.authentication.spf.SpfRecord.Directive;
import org.ringfence.mail.IpNetwork;

/**
 * One run of check_host() (RFC 7208 §4), includes and redirects among it.
 *
 * <p>Records call each other through include and redirect, and nothing in them keeps them from
 * calling themselves. The one thing that ends every run is the budget in {@link Lookups}: it is
 * counted before the call, over all records of the run together. The most that one run asks is then
 * one record of the sender, ten terms, ten exchangers' addresses for each "mx", eleven questions
 * about the client's name, and one explanation.
 */
final class CheckHost {
  private static final int MOST_EXCHANGERS = 10;

  private final SpfQuery query;
  private final Sender sender;
  private final Lookups dns;
  private final Client client;

  CheckHost(SpfQuery query, Sender sender, Lookups dns) {
    this.query = query;
    this.sender = sender;
    this.dns = dns;
    this.client = new Client(query.ip(), dns);
  }

  /** The result for the sender's domain. */
  SpfOutcome run() {
    try {
      return check(sender.domain(), true);
    } catch (SpfError error) {
      return error.outcome();
    }
  }

  private SpfOutcome check(String domain, boolean outermost) throws SpfError {
    Optional<SpfRecord> record = record(domain);
    if (record.isEmpty()) {
      return SpfOutcome.of(ResultCode.NONE, "%s has no SPF record.".formatted(Shown.quote(domain)));
    }
    for (Directive directive : record.get().directives()) {
      if (matches(directive.mechanism(), domain)) {
        SpfOutcome outcome = outcome(directive, domain);
        boolean explain = outermost && outcome.code() == ResultCode.FAIL;
        return explain ? outcome.explained(explanation(record.get(), domain)) : outcome;
      }
    }
    return record.get().redirect().isPresent()
        ? redirect(record.get().redirect().get(), domain, outermost)
        : SpfOutcome.of(
            ResultCode.NEUTRAL,
            "No mechanism of %s matches %s.".formatted(Shown.quote(domain), readableIp()));
  }

  /** §4.3 to §4.5: a name that is none, or no record, is none; two records are an error. */
  private Optional<SpfRecord> record(String domain) throws SpfError {
    Optional<String> name = TargetName.fullyQualified(domain);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts =
        dns.askFreely(name.get(), Resolver.Type.TXT).stream().filter(RecordParser::isSpf).toList();
    if (texts.size() > 1) {
      throw SpfError.permanent("%s has more than one SPF record.".formatted(Shown.quote(domain)));
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(RecordParser.parse(texts.getFirst()));
  }

  private SpfOutcome outcome(Directive directive, String domain) {
    return SpfOutcome.of(
        directive.qualifier().code(),
        "The mechanism \"%s\" of %s matches %s."
            .formatted(Shown.quote(directive.source()), Shown.quote(domain), readableIp()));
  }

  private SpfOutcome redirect(MacroString to, String domain, boolean outermost) throws SpfError {
    dns.countTerm();
    String target = callee(to, domain);
    SpfOutcome outcome = check(target, outermost);
    if (outcome.code() == ResultCode.NONE) {
      throw SpfError.permanent(
          "%s redirects to %s, which has no SPF record."
              .formatted(Shown.quote(domain), Shown.quote(target)));
    }
    return outcome;
  }

  private boolean matches(Mechanism mechanism, String domain) throws SpfError {
    return switch (mechanism) {
      case Mechanism.All() -> true;
      case Mechanism.Network(IpNetwork network) -> network.contains(client.ip());
      case Mechanism.Include(MacroString of) -> includes(callee(of, counted(domain)));
      case Mechanism.Address(MacroString of, DualCidr cidr) -> {
        Optional<String> host = target(of, counted(domain));
        yield host.isPresent() && isAddressOf(host.get(), cidr);
      }
      case Mechanism.Exchanger(MacroString of, DualCidr cidr) -> {
        Optional<String> host = target(of, counted(domain));
        yield host.isPresent() && isExchangerOf(host.get(), cidr);
      }
      case Mechanism.Pointer(MacroString of) ->
          target(of, counted(domain)).filter(client::hasNameIn).isPresent();
      case Mechanism.Exists(MacroString of) -> {
        Optional<String> host = target(of, counted(domain));
        yield host.isPresent() && !dns.ask(host.get(), Resolver.Type.A).isEmpty();
      }
    };
  }

  /** The domain, once the term that works on it has been counted. */
  private String counted(String domain) throws SpfError {
    dns.countTerm();
    return domain;
  }

  /** Empty for a name that no query can hold: it does not exist (§4.8). */
  private Optional<String> target(MacroString of, String domain) throws SpfError {
    return TargetName.of(of.expand(values(domain)));
  }

  /** The domain to call check_host() with; what is no name comes to none there (§4.3). */
  private String callee(MacroString of, String domain) throws SpfError {
    String expanded = of.expand(values(domain));
    return TargetName.of(expanded).orElse(expanded);
  }

  /** §5.2. */
  private boolean includes(String target) throws SpfError {
    SpfOutcome outcome = check(target, false);
    return switch (outcome.code()) {
      case PASS -> true;
      case FAIL, SOFTFAIL, NEUTRAL, POLICY -> false;
      case TEMPERROR -> throw SpfError.temporary(outcome.reason());
      case PERMERROR -> throw SpfError.permanent(outcome.reason());
      case NONE ->
          throw SpfError.permanent(
              "%s is included and has no SPF record.".formatted(Shown.quote(target)));
    };
  }

  private boolean isAddressOf(String host, DualCidr cidr) throws SpfError {
    return client.isAmong(dns.ask(host, client.addressType()), cidr);
  }

  /** §5.4; more than ten exchangers are an error, not a list to be cut (§4.6.4). */
  private boolean isExchangerOf(String domain, DualCidr cidr) throws SpfError {
    List<String> exchangers = dns.ask(domain, Resolver.Type.MX);
    if (exchangers.size() > MOST_EXCHANGERS) {
      throw SpfError.permanent(
          "%s has more than %s mail exchangers.".formatted(Shown.quote(domain), MOST_EXCHANGERS));
    }
    for (String exchanger : exchangers) {
      // "0 ." says that there is no exchanger (RFC 7505); its host is no name.
      Optional<String> host = TargetName.of(exchanger.substring(exchanger.indexOf(' ') + 1));
      if (host.isPresent() && isAddressOf(host.get(), cidr)) {
        return true;
      }
    }
    return false;
  }

  /** §6.2: whatever goes wrong with it, an explanation never changes the result. */
  private Optional<String> explanation(SpfRecord record, String domain) {
    if (record.explanation().isEmpty()) {
      return Optional.empty();
    }
    try {
      List<String> texts =
          target(record.explanation().get(), domain)
              .map(name -> dns.askAnyway(name, Resolver.Type.TXT))
              .orElse(List.of());
      if (texts.size() != 1) {
        return Optional.empty();
      }
      String words = MacroParser.explanation(texts.getFirst()).expand(values(domain));
      return Optional.of(Shown.explanation(words));
    } catch (SpfError unreadable) {
      return Optional.empty();
    }
  }

  private MacroString.Values values(String domain) {
    return new MacroValues(query, sender, client, domain);
  }

  private String readableIp() {
    return IpLiteral.readable(client.ip());
  }
}
