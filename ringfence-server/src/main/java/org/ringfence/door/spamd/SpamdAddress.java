package org.ringfence.door.spamd;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/** Where spamd's clients find us. */
public sealed interface SpamdAddress {
  /**
   * A host and port; spamc looks for 783 on this machine unless it is told.
   *
   * @param host its address or name
   * @param port 0 for one that the system chooses
   */
  record Tcp(String host, int port) implements SpamdAddress {
    public Tcp {
      if (host.isEmpty() || port < 0 || port > 65_535) {
        throw new IllegalArgumentException("A port is a number from 0 to 65535.");
      }
    }
  }

  /** A socket in the file system, for its owner and group. */
  record Unix(Path path) implements SpamdAddress {}

  /** The family of its sockets. */
  default StandardProtocolFamily family() {
    return switch (this) {
      case Tcp(String host, var _) ->
          new InetSocketAddress(host, 0).getAddress() instanceof Inet4Address
              ? StandardProtocolFamily.INET
              : StandardProtocolFamily.INET6;
      case Unix _ -> StandardProtocolFamily.UNIX;
    };
  }

  /** What a socket is bound to. */
  default SocketAddress socketAddress() {
    return switch (this) {
      case Tcp(String host, int port) -> new InetSocketAddress(host, port);
      case Unix(Path path) -> UnixDomainSocketAddress.of(path);
    };
  }
}
