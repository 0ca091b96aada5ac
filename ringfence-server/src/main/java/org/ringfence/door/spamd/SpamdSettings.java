package org.ringfence.door.spamd;

import java.time.Duration;
import java.util.List;
import org.ringfence.mail.IpNetwork;
import org.ringfence.mail.Limits;

/**
 * Within which bounds spamd's clients are served, and on which scale.
 *
 * @param connections how many at once; a further one waits to be accepted
 * @param messageBytes octets of a message that are read; a longer one is refused, whether it comes
 *     plain or unpacks to that
 * @param roomBytes octets of all large messages under way together
 * @param requestTime the longest that a client may take to send, and again to take the answer
 * @param drain how long requests under way may take when the door is closed
 * @param peers who may ask, besides whoever is on this machine; spamd's own protocol knows no token
 * @param scale how a probability becomes a score
 */
public record SpamdSettings(
    int connections,
    int messageBytes,
    int roomBytes,
    Duration requestTime,
    Duration drain,
    List<IpNetwork> peers,
    Scale scale) {
  public SpamdSettings {
    peers = List.copyOf(peers);
    if (connections < 1 || messageBytes < 1 || roomBytes < 1) {
      throw new IllegalArgumentException("The bounds of spamd must be positive.");
    }
    if (!requestTime.isPositive() || !drain.isPositive()) {
      throw new IllegalArgumentException("The times of spamd must be positive.");
    }
  }

  /** 100 connections, 128 MiB for large messages, half a minute for each request. */
  public static SpamdSettings standard(Scale scale) {
    return new SpamdSettings(
        100,
        Limits.standard().messageBytes(),
        128 << 20,
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        List.of(),
        scale);
  }

  /** The same for others than this machine too. */
  public SpamdSettings with(List<IpNetwork> allowed) {
    return new SpamdSettings(
        connections, messageBytes, roomBytes, requestTime, drain, allowed, scale);
  }
}
