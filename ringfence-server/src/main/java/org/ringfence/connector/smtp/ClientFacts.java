package org.ringfence.connector.smtp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.mail.SmtpClient;

/**
 * What one mail server tells another about the client that a mail came from, by Postfix' XFORWARD
 * and XCLIENT.
 *
 * @param attributes by names in upper case; values as they are, not encoded
 */
public record ClientFacts(Map<String, String> attributes) {
  /** What XFORWARD knows. */
  public static final Set<String> XFORWARD =
      Set.of("NAME", "ADDR", "PORT", "PROTO", "HELO", "IDENT", "SOURCE");

  /** What XCLIENT knows, as far as we use it. */
  public static final Set<String> XCLIENT =
      Set.of("NAME", "ADDR", "PORT", "PROTO", "HELO", "LOGIN");

  private static final int LONGEST = 255;
  private static final String IPV6 = "IPV6:";

  public ClientFacts {
    attributes = Map.copyOf(attributes);
  }

  /** Nothing is known. */
  public static ClientFacts none() {
    return new ClientFacts(Map.of());
  }

  /** The facts about a client. */
  public static ClientFacts of(SmtpClient client) {
    InetAddress address = client.address();
    String text = (address instanceof Inet6Address ? IPV6 : "") + address.getHostAddress();
    return client.helo().isEmpty()
        ? new ClientFacts(Map.of("ADDR", text))
        : new ClientFacts(Map.of("ADDR", text, "HELO", client.helo()));
  }

  /**
   * These facts and those that {@code arguments} tell, which are NAME=VALUE, encoded as RFC 3461 §4
   * has it; empty where they cannot be read.
   */
  public Optional<ClientFacts> with(String arguments, Set<String> known) {
    Map<String, String> all = new HashMap<>(attributes);
    for (String argument : arguments.strip().split(" +", -1)) {
      String[] pair = argument.split("=", 2);
      String name = pair[0].toUpperCase(Locale.ROOT);
      if (pair.length < 2 || !known.contains(name) || pair[1].length() > 3 * LONGEST) {
        return Optional.empty();
      }
      all.put(name, decoded(pair[1]));
    }
    return Optional.of(new ClientFacts(all));
  }

  /** The client, where its address is known. */
  public Optional<SmtpClient> client() {
    String text = attributes.getOrDefault("ADDR", "");
    String bare = text.regionMatches(true, 0, IPV6, 0, IPV6.length()) ? text.substring(5) : text;
    try {
      // A literal alone: no name is ever looked up.
      return Optional.of(new SmtpClient(InetAddress.ofLiteral(bare), known("HELO")));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** A fact; empty where it is not known. */
  public String known(String name) {
    String value = attributes.getOrDefault(name, "");
    return value.startsWith("[") && value.endsWith("UNAVAILABLE]") ? "" : value;
  }

  /** The command that tells those of the facts that {@code wanted} names; empty where none. */
  Optional<String> xforward(Set<String> wanted) {
    var command = new StringBuilder("XFORWARD");
    attributes.keySet().stream()
        .filter(wanted::contains)
        .filter(XFORWARD::contains)
        .sorted()
        .forEach(name -> command.append(' ').append(name).append('=').append(encoded(name)));
    return command.indexOf("=") < 0 ? Optional.empty() : Optional.of(command.toString());
  }

  private String encoded(String name) {
    var out = new StringBuilder();
    for (char c : attributes.getOrDefault(name, "").toCharArray()) {
      if (c > ' ' && c < 0x7F && c != '+' && c != '=') {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "+%02X", c & 0xFF));
      }
    }
    return out.toString();
  }

  /** What is not printable becomes a question mark: the words go into logs. */
  private static String decoded(String xtext) {
    var out = new StringBuilder();
    for (int i = 0; i < xtext.length() && out.length() < LONGEST; i++) {
      char c = xtext.charAt(i);
      if (c == '+' && isHex(xtext, i + 1) && isHex(xtext, i + 2)) {
        c = (char) Integer.parseInt(xtext, i + 1, i + 3, 16);
        i += 2;
      }
      out.append(c >= ' ' && c < 0x7F ? c : '?');
    }
    return out.toString();
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 128;
  }
}
