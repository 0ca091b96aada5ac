package org.ringfence.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Who is signed in. They are in memory alone: a restart signs everybody out. Only a digest of a
 * session's secret is kept, so that a memory dump signs nobody in. May be shared between threads.
 */
public final class Sessions {
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final int MOST = 10_000;
  private static final int SECRET_BYTES = 32;

  private final Map<String, Session> open = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final IntFunction<byte[]> chance;

  /** A session and its secret, which only the browser keeps. */
  public record Opened(String secret, Session session) {}

  /**
   * @param chance makes as many bytes as asked for that nobody can foresee
   */
  public Sessions(InstantSource clock, IntFunction<byte[]> chance) {
    this.clock = clock;
    this.chance = chance;
  }

  /**
   * Opens a session. A new secret each time: one that was planted before signing in is worthless.
   */
  public Opened open(String name, Role role) {
    Instant now = clock.instant();
    open.values().removeIf(session -> isOver(session, now));
    if (open.size() >= MOST) {
      throw new IllegalStateException("Too many people are signed in.");
    }
    Session session = new Session(name, role, secret(), now, now);
    String secret = secret();
    open.put(digest(secret), session);
    return new Opened(secret, session);
  }

  /** The session of {@code secret}, if it is not over. */
  public Optional<Session> find(String secret) {
    Instant now = clock.instant();
    return Optional.ofNullable(
        open.computeIfPresent(
            digest(secret), (_, session) -> isOver(session, now) ? null : session.seen(now)));
  }

  /** The same without his being there: a page left open asks by itself, and must end too. */
  public Optional<Session> look(String secret) {
    Instant now = clock.instant();
    return Optional.ofNullable(open.get(digest(secret))).filter(session -> !isOver(session, now));
  }

  /** Signs out. */
  public void close(String secret) {
    open.remove(digest(secret));
  }

  /** Signs a person out everywhere, as his role or password has changed. */
  public void closeAll(String name) {
    open.values().removeIf(session -> session.name().equals(name));
  }

  private static boolean isOver(Session session, Instant now) {
    return now.isAfter(session.seen().plus(IDLE)) || now.isAfter(session.since().plus(LONGEST));
  }

  private String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(chance.apply(SECRET_BYTES));
  }

  private static String digest(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every Java has SHA-256.", absent);
    }
  }
}
