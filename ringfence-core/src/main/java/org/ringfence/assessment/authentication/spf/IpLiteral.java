package org.ringfence.assessment.authentication.spf;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** IP addresses as text. No name is ever looked up. */
final class IpLiteral {
  private static final HexFormat UPPER = HexFormat.of().withUpperCase();

  private IpLiteral() {}

  /** An address of either family. */
  static Optional<InetAddress> parse(String text) {
    return text.indexOf(':') < 0 ? parse4(text) : parse6(text);
  }

  /** Four decimal numbers without leading zeros (RFC 7208 §5.6, "ip4-network"). */
  static Optional<InetAddress> parse4(String text) {
    String[] groups = text.split("\\.", -1);
    if (groups.length != 4 || !Arrays.stream(groups).allMatch(group -> number(group, 255) >= 0)) {
      return Optional.empty();
    }
    return Optional.of(Inet4Address.ofLiteral(text));
  }

  /** An IPv6 address (RFC 4291 §2.2); an IPv4-mapped one stays IPv6. */
  static Optional<InetAddress> parse6(String text) {
    // The JDK would take brackets and zones as well.
    if (text.indexOf(':') < 0 || !text.chars().allMatch(IpLiteral::standsInIp6)) {
      return Optional.empty();
    }
    try {
      byte[] octets = Inet6Address.ofLiteral(text).getAddress();
      return Optional.of(
          Inet6Address.getByAddress(null, octets.length == 4 ? mapped(octets) : octets, -1));
    } catch (IllegalArgumentException | UnknownHostException malformed) {
      return Optional.empty();
    }
  }

  private static boolean standsInIp6(int c) {
    return c == ':' || c == '.' || (c < 0x80 && Character.digit(c, 16) >= 0);
  }

  private static byte[] mapped(byte[] ip4) {
    var ip6 = new byte[16];
    ip6[10] = (byte) 0xFF;
    ip6[11] = (byte) 0xFF;
    System.arraycopy(ip4, 0, ip6, 12, 4);
    return ip6;
  }

  /** The address itself, or the IPv4 address that it maps (RFC 7208 §5). */
  static InetAddress unmapped(InetAddress ip) {
    try {
      // InetAddress.getByAddress turns mapped octets into an Inet4Address.
      return InetAddress.getByAddress(ip.getAddress());
    } catch (UnknownHostException impossible) {
      return ip;
    }
  }

  /** The number that {@code digits} write without a leading zero, or -1. */
  static int number(String digits, int most) {
    boolean canonical =
        !digits.isEmpty()
            && digits.length() <= 3
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && (digits.length() == 1 || digits.charAt(0) != '0');
    int number = canonical ? Integer.parseInt(digits) : -1;
    return number <= most ? number : -1;
  }

  /** Dotted for the macro "i" and for names under arpa (RFC 7208 §7.3): octets, or nibbles. */
  static String dotted(InetAddress ip) {
    if (ip instanceof Inet4Address) {
      return String.valueOf(ip.getHostAddress());
    }
    return String.join(".", UPPER.formatHex(ip.getAddress()).split(""));
  }

  /** For people: IPv6 as RFC 5952 §4 writes it. */
  static String readable(InetAddress ip) {
    if (ip instanceof Inet4Address) {
      return String.valueOf(ip.getHostAddress());
    }
    int[] groups = groups(ip.getAddress());
    int[] zeros = longestZeros(groups);
    return zeros[1] < 2
        ? joined(groups, 0, 8)
        : joined(groups, 0, zeros[0]) + "::" + joined(groups, zeros[0] + zeros[1], 8);
  }

  private static int[] groups(byte[] octets) {
    var groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (octets[2 * i] & 0xFF) << 8 | (octets[2 * i + 1] & 0xFF);
    }
    return groups;
  }

  /** Where the first longest run of zeros starts, and its length. */
  private static int[] longestZeros(int[] groups) {
    int[] best = {0, 0};
    int run = 0;
    for (int i = 0; i < 8; i++) {
      run = groups[i] == 0 ? run + 1 : 0;
      if (run > best[1]) {
        best = new int[] {i - run + 1, run};
      }
    }
    return best;
  }

  private static String joined(int[] groups, int start, int end) {
    var text = new StringBuilder();
    for (int i = start; i < end; i++) {
      text.append(i > start ? ":" : "").append(Integer.toHexString(groups[i]));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
