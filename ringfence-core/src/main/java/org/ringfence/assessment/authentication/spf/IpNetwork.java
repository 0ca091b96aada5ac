package org.ringfence.assessment.authentication.spf;

import java.net.InetAddress;

/**
 * A network of IPv4 or IPv6.
 *
 * @param address any address in it
 * @param prefix how many leading bits are the network's
 */
record IpNetwork(InetAddress address, int prefix) {
  /** Whether {@code other} is of the same family and lies in the network. */
  boolean contains(InetAddress other) {
    byte[] ours = address.getAddress();
    byte[] theirs = other.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit += 8) {
      int mask = prefix - bit >= 8 ? 0xFF : 0xFF << (8 - (prefix - bit));
      if (((ours[bit / 8] ^ theirs[bit / 8]) & mask & 0xFF) != 0) {
        return false;
      }
    }
    return true;
  }
}
