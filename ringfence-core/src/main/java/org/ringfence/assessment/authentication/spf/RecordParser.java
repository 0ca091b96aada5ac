package org.ringfence.assessment.authentication.spf;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringfence.assessment.authentication.spf.SpfRecord.Directive;
import org.ringfence.mail.IpNetwork;

/**
 * Reads a record by the grammar of RFC 7208 §12. An error anywhere in it is permerror, whatever a
 * directive before it would have said (§4.6).
 */
final class RecordParser {
  private static final String VERSION = "v=spf1";
  private static final MacroString CURRENT_DOMAIN =
      new MacroString(List.of(new MacroString.Macro('d', false, Integer.MAX_VALUE, false, ".")));

  private final List<Directive> directives = new ArrayList<>();
  private Optional<MacroString> redirect = Optional.empty();
  private Optional<MacroString> explanation = Optional.empty();

  private RecordParser() {}

  /** Whether a TXT record is one of SPF (RFC 7208 §4.5). */
  static boolean isSpf(String text) {
    return text.regionMatches(true, 0, VERSION, 0, VERSION.length())
        && (text.length() == VERSION.length() || text.charAt(VERSION.length()) == ' ');
  }

  /** Reads a text for which {@link #isSpf} holds. */
  static SpfRecord parse(String text) throws SpfError {
    var parser = new RecordParser();
    for (String term : text.substring(VERSION.length()).split(" ", -1)) {
      if (!term.isEmpty()) {
        parser.readTerm(term);
      }
    }
    return new SpfRecord(parser.directives, parser.redirect, parser.explanation);
  }

  private void readTerm(String term) throws SpfError {
    int end = nameEnd(term);
    if (end < term.length() && term.charAt(end) == '=') {
      readModifier(term, term.substring(0, end), term.substring(end + 1));
    } else {
      readDirective(term, end);
    }
  }

  private static int nameEnd(String term) {
    int end = 0;
    while (end < term.length() && ":/=".indexOf(term.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private void readModifier(String term, String name, String value) throws SpfError {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "redirect" -> redirect = once(term, redirect, value);
      case "exp" -> explanation = once(term, explanation, value);
      default -> readUnknownModifier(term, name, value);
    }
  }

  /** §6: redirect and exp stand at most once. */
  private static Optional<MacroString> once(String term, Optional<MacroString> before, String value)
      throws SpfError {
    if (before.isPresent()) {
      throw error(term, "is there a second time");
    }
    return Optional.of(MacroParser.domain(value));
  }

  private static void readUnknownModifier(String term, String name, String value) throws SpfError {
    boolean named =
        !name.isEmpty()
            && isLetter(name.charAt(0))
            && name.chars().allMatch(c -> isLetter(c) || isDigit(c) || "-_.".indexOf(c) >= 0);
    if (!named) {
      throw error(term, "has no valid name");
    }
    MacroParser.modifier(value);
  }

  private void readDirective(String term, int nameEnd) throws SpfError {
    Optional<Qualifier> sign = sign(term.charAt(0));
    String name = term.substring(sign.isPresent() ? 1 : 0, nameEnd).toLowerCase(Locale.ROOT);
    Mechanism mechanism = mechanism(term, name, term.substring(nameEnd));
    directives.add(new Directive(sign.orElse(Qualifier.PASS), mechanism, term));
  }

  private static Optional<Qualifier> sign(char c) {
    for (Qualifier qualifier : Qualifier.values()) {
      if (qualifier.sign() == c) {
        return Optional.of(qualifier);
      }
    }
    return Optional.empty();
  }

  private static Mechanism mechanism(String term, String name, String rest) throws SpfError {
    return switch (name) {
      case "all" -> all(term, rest);
      case "include" -> new Mechanism.Include(requiredDomain(term, rest));
      case "exists" -> new Mechanism.Exists(requiredDomain(term, rest));
      case "ptr" -> new Mechanism.Pointer(domain(term, rest));
      case "a" -> {
        Sized sized = sized(term, rest);
        yield new Mechanism.Address(domain(term, sized.rest()), sized.cidr());
      }
      case "mx" -> {
        Sized sized = sized(term, rest);
        yield new Mechanism.Exchanger(domain(term, sized.rest()), sized.cidr());
      }
      case "ip4" -> new Mechanism.Network(network(term, rest, 32));
      case "ip6" -> new Mechanism.Network(network(term, rest, 128));
      default -> throw error(term, "is no mechanism");
    };
  }

  private static Mechanism all(String term, String rest) throws SpfError {
    if (!rest.isEmpty()) {
      throw error(term, "has something after \"all\"");
    }
    return new Mechanism.All();
  }

  private static MacroString domain(String term, String rest) throws SpfError {
    return rest.isEmpty() ? CURRENT_DOMAIN : requiredDomain(term, rest);
  }

  private static MacroString requiredDomain(String term, String rest) throws SpfError {
    if (!rest.startsWith(":")) {
      throw error(term, "lacks a domain");
    }
    return MacroParser.domain(rest.substring(1));
  }

  /** What is left of a mechanism's argument once the lengths at its end are read. */
  private record Sized(String rest, DualCidr cidr) {}

  /** [ "/" ip4-cidr-length ] [ "//" ip6-cidr-length ] at the end. */
  private static Sized sized(String term, String argument) throws SpfError {
    int ip6Start = lengthStart(argument, "//");
    String before = argument.substring(0, ip6Start);
    int ip4Start = lengthStart(before, "/");
    return new Sized(
        before.substring(0, ip4Start),
        new DualCidr(
            length(term, before.substring(ip4Start), 32),
            length(term, argument.substring(ip6Start), 128)));
  }

  /** Where slashes and digits start that end {@code text}; its length if it does not end so. */
  private static int lengthStart(String text, String slashes) {
    int digits = text.length();
    while (digits > 0 && isDigit(text.charAt(digits - 1))) {
      digits--;
    }
    int start = digits - slashes.length();
    boolean there = digits < text.length() && text.startsWith(slashes, start);
    return there ? start : text.length();
  }

  private static int length(String term, String slashesAndDigits, int most) throws SpfError {
    String digits = slashesAndDigits.replace("/", "");
    int length = digits.isEmpty() ? most : IpLiteral.number(digits, most);
    if (length < 0) {
      throw error(term, "has a prefix length that is not from 0 to " + most);
    }
    return length;
  }

  private static IpNetwork network(String term, String rest, int most) throws SpfError {
    int prefixStart = lengthStart(rest, "/");
    String text = rest.startsWith(":") ? rest.substring(1, Math.max(1, prefixStart)) : "";
    Optional<InetAddress> address = most == 32 ? IpLiteral.parse4(text) : IpLiteral.parse6(text);
    if (address.isEmpty()) {
      throw error(term, "has no valid address");
    }
    return new IpNetwork(address.get(), length(term, rest.substring(prefixStart), most));
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static SpfError error(String term, String what) {
    return SpfError.permanent(
        "The term \"%s\" of the SPF record %s.".formatted(Shown.quote(term), what));
  }
}
