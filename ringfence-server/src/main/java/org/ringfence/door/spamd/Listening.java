package org.ringfence.door.spamd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The socket that the door listens on. */
final class Listening {
  private static final int BACKLOG = 256;

  /** Owner and group: who asks is put into the group. */
  private static final String RIGHTS = "rw-rw----";

  private final SpamdAddress address;
  private @Nullable ServerSocketChannel channel;

  Listening(SpamdAddress address) {
    this.address = address;
  }

  /**
   * Opens the socket.
   *
   * @throws IOException with a sentence for the operator
   */
  ServerSocketChannel open() throws IOException {
    try {
      if (address instanceof SpamdAddress.Unix(Path path)) {
        removeLeftover(path);
      }
      ServerSocketChannel open = ServerSocketChannel.open(address.family());
      channel = open;
      open.bind(address.socketAddress(), BACKLOG);
      if (address instanceof SpamdAddress.Unix(Path path)) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(RIGHTS));
      }
      return open;
    } catch (IOException | UnresolvedAddressException failure) {
      close();
      throw new IOException(sentence(), failure);
    }
  }

  private String sentence() {
    return switch (address) {
      case SpamdAddress.Tcp(String host, int port) ->
          host
              + ":"
              + port
              + ": this address cannot be listened on. See whether another program does, whether"
              + " the address is one of this machine, and take a port above 1023 unless you are"
              + " root.";
      case SpamdAddress.Unix(Path path) ->
          path
              + ": this socket cannot be made. See whether another program listens on it, whether"
              + " its folder is there, and whether you may write in it.";
    };
  }

  /** A socket that nobody listens on any more, as a killed process leaves it. */
  private static void removeLeftover(Path path) throws IOException {
    boolean isSocket =
        Files.exists(path, LinkOption.NOFOLLOW_LINKS)
            && Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther();
    if (isSocket && !answers(path)) {
      Files.delete(path);
    }
  }

  private static boolean answers(Path path) {
    try (SocketChannel other = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      return other.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  /** The address as spamc is told it. */
  String name() throws IOException {
    ServerSocketChannel open = channel;
    if (open == null) {
      throw new IOException("Nothing is listened on.");
    }
    return switch (address) {
      case SpamdAddress.Tcp(String host, var _) ->
          "-d " + host + " -p " + ((InetSocketAddress) open.getLocalAddress()).getPort();
      case SpamdAddress.Unix(Path path) -> "-U " + path.toAbsolutePath();
    };
  }

  /** Listens no more. */
  void close() {
    ServerSocketChannel open = channel;
    channel = null;
    if (open == null) {
      return;
    }
    try (open) {
      boolean isOurs = open.getLocalAddress() != null;
      if (isOurs && address instanceof SpamdAddress.Unix(Path path)) {
        Files.deleteIfExists(path);
      }
    } catch (IOException gone) {
      // It does not listen either way; a socket that stays behind is removed at the next start.
    }
  }
}
