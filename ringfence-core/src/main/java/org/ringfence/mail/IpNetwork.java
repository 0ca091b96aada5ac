package org.ringfence.mail;

import java.net.InetAddress;

/**
 * A network of IPv4 or IPv6.
 *
 * @param address any address in it
 * @param prefix how many leading bits are the network's
 */
public record IpNetwork(InetAddress address, int prefix) {
  /**
   * Reads {@code ADDRESS} or {@code ADDRESS/PREFIX}; no name is looked up.
   *
   * @throws IllegalArgumentException where it is neither
   */
  public static IpNetwork of(String text) {
    String[] parts = text.split("/", 2);
    InetAddress address = InetAddress.ofLiteral(parts[0]);
    int bits = address.getAddress().length * Byte.SIZE;
    int prefix = parts.length > 1 ? Integer.parseInt(parts[1]) : bits;
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("A prefix is a number from 0 to " + bits + ".");
    }
    return new IpNetwork(address, prefix);
  }

  /** Whether {@code other} is of the same family and lies in the network. */
  public boolean contains(InetAddress other) {
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
