package org.ringfence.assessment.authentication.spf;

/**
 * What the macro letters stand for (RFC 7208 §7.2).
 *
 * @param domain the current domain: that of the record which holds the macro
 */
record MacroValues(SpfQuery query, Sender sender, Client client, String domain)
    implements MacroString.Values {
  /** Longer than any command of RFC 5321 §4.5.3.1.4 can hold; the rest could only cost time. */
  private static final int LONGEST = 512;

  @Override
  public String of(char letter) {
    String value = value(letter);
    return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }

  private String value(char letter) {
    return switch (letter) {
      case 's' -> sender.address();
      case 'l' -> sender.localPart();
      case 'o' -> sender.domain();
      case 'd' -> domain;
      case 'i' -> IpLiteral.dotted(client.ip());
      case 'p' -> client.validatedName(domain);
      case 'v' -> client.space();
      case 'h' -> query.helo();
      case 'c' -> IpLiteral.readable(client.ip());
      case 'r' -> query.receivingHost().isEmpty() ? "unknown" : query.receivingHost();
      case 't' -> Long.toString(query.receivedAt().getEpochSecond());
      default -> throw new IllegalArgumentException("No macro has the letter " + letter + ".");
    };
  }
}
