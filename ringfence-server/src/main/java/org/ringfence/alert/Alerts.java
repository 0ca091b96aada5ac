package org.ringfence.alert;

/** Where alerts go. May be shared between threads. */
@FunctionalInterface
public interface Alerts {
  /** Sends an alert soon. Returns at once, and never fails: what could not be sent is logged. */
  void send(Alert alert);

  /** Nobody is told. */
  static Alerts none() {
    return _ -> {};
  }
}
