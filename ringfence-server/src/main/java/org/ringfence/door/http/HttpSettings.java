package org.ringfence.door.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.ringfence.mail.Limits;

/**
 * Where the API is served, and within which bounds.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for one that the system chooses
 * @param tls the certificate; empty for plain HTTP, which is served on loopback alone
 * @param plainAnywhere serve plain HTTP on other addresses too, as behind a proxy that ends TLS
 * @param bounds how much and how long
 */
public record HttpSettings(
    String host, int port, Optional<Tls> tls, boolean plainAnywhere, Bounds bounds) {
  public HttpSettings {
    if (host.isEmpty() || port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port + ".");
    }
  }

  /**
   * What TLS is spoken with. Read again when the door is told to.
   *
   * @param certificate a PEM file: the certificate, then those that signed it
   * @param key a PEM file: its private key (PKCS #8, without a password)
   */
  public record Tls(Path certificate, Path key) {}

  /**
   * How much and how long.
   *
   * @param messageBytes the longest message; in JSON it may be a third longer, in base 64
   * @param roomBytes octets of all large bodies together; a body waits a while for its place, and
   *     is asked to come again where there is none
   * @param connections how many at once; a further one waits to be accepted
   * @param concurrent how many requests are worked on at once; a further one is asked to come again
   * @param bodyTime the longest that a body may take to come in
   * @param life the longest that a connection may stay, whatever it does; longer than {@code
   *     bodyTime} and the longest judgement together
   * @param drain how long requests under way may take when the door is closed
   * @param wrongTokens how many wrong tokens an address may show in a minute before it is told to
   *     wait
   */
  public record Bounds(
      int messageBytes,
      int roomBytes,
      int connections,
      int concurrent,
      Duration bodyTime,
      Duration life,
      Duration drain,
      int wrongTokens) {
    public Bounds {
      if (messageBytes < 1
          || roomBytes < 1
          || connections < 1
          || concurrent < 1
          || wrongTokens < 1) {
        throw new IllegalArgumentException("The bounds of the API must be positive.");
      }
      if (!bodyTime.isPositive() || !life.isPositive() || !drain.isPositive()) {
        throw new IllegalArgumentException("The times of the API must be positive.");
      }
    }

    /** Messages as long as they are read; 128 MiB for large ones, 256 connections. */
    public static Bounds standard() {
      return new Bounds(
          Limits.standard().messageBytes(),
          128 << 20,
          256,
          64,
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          Duration.ofSeconds(10),
          10);
    }
  }

  /** Plain HTTP, with the bounds that most sites need. */
  public static HttpSettings at(String host, int port) {
    return new HttpSettings(host, port, Optional.empty(), false, Bounds.standard());
  }

  /** The same with TLS. */
  public HttpSettings with(Tls pem) {
    return new HttpSettings(host, port, Optional.of(pem), plainAnywhere, bounds);
  }

  /** The same with other bounds. */
  public HttpSettings with(Bounds other) {
    return new HttpSettings(host, port, tls, plainAnywhere, other);
  }
}
