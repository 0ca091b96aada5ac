package org.ringfence.assessment.authentication.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.ringfence.mail.IpNetwork;

/**
 * How many leading bits of an address count, for each family (RFC 7208 §5.6).
 *
 * @param ip4 0 to 32
 * @param ip6 0 to 128
 */
record DualCidr(int ip4, int ip6) {
  /** The network around {@code address}. */
  IpNetwork around(InetAddress address) {
    return new IpNetwork(address, address instanceof Inet4Address ? ip4 : ip6);
  }
}
