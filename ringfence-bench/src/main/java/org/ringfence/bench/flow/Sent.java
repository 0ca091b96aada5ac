package org.ringfence.bench.flow;

/** What was sent: of each mail, how long it took and what was replied. */
final class Sent {
  private final long start = System.nanoTime();
  private final long[] nanos;
  private final int[] codes;
  private long end = start;

  Sent(int mails) {
    this.nanos = new long[mails];
    this.codes = new int[mails];
  }

  /**
   * Notes how a mail fared; mails may be noted by different threads.
   *
   * @param time in nanoseconds, from when it was to be sent until it was answered
   * @param code the reply; 0 where the connection broke
   */
  void set(int mail, long time, int code) {
    nanos[mail] = time;
    codes[mail] = code;
  }

  /** Notes that all are answered. */
  Sent end() {
    end = System.nanoTime();
    return this;
  }

  /** When the first was to be sent, by {@code nanoTime}. */
  long start() {
    return start;
  }

  /** From the first until the last was answered, in seconds. */
  double seconds() {
    return (end - start) / 1e9;
  }

  /** How many there were. */
  int mails() {
    return nanos.length;
  }

  /** The time of each, in nanoseconds. */
  long[] nanos() {
    return nanos.clone();
  }

  /** How many were answered by a code that begins with {@code digit}. */
  int count(int digit) {
    int count = 0;
    for (int code : codes) {
      count += code / 100 == digit ? 1 : 0;
    }
    return count;
  }
}
