package org.ringfence.settings;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** Where a door listens, or a host is reached. */
public sealed interface Address {
  /**
   * A host and port.
   *
   * @param host a name, or an address without brackets
   * @param port where a door listens 0 stands for one that the system chooses
   */
  record Tcp(String host, int port) implements Address {
    /** The same for a socket; a name is looked up now. */
    public InetSocketAddress socketAddress() {
      return new InetSocketAddress(host, port);
    }

    /** Whether nobody but this machine can reach it. */
    boolean isLoopback() {
      return socketAddress().getAddress() != null
          && socketAddress().getAddress().isLoopbackAddress();
    }

    @Override
    public String toString() {
      return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
  }

  /** A socket in the file system. */
  record Unix(Path path) implements Address {
    @Override
    public String toString() {
      return "unix:" + path;
    }
  }

  /** Reads {@code HOST:PORT}, {@code [IPv6]:PORT}; empty where it is neither. */
  static Optional<Tcp> tcp(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 1 ? "" : text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (host.isEmpty() || (!bracketed && host.indexOf(':') >= 0)) {
      return Optional.empty();
    }
    String port = text.substring(colon + 1);
    boolean isPort = port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65_535;
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    return isPort && bare.matches("[0-9A-Za-z.:_%-]+")
        ? Optional.of(new Tcp(bare, Integer.parseInt(port)))
        : Optional.empty();
  }
}
