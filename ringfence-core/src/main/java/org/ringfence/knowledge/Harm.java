package org.ringfence.knowledge;

import java.util.Arrays;
import java.util.Optional;

/** What can have happened on a call to a scammer, the most pressing first. */
public enum Harm {
  /** Something was installed, or somebody could see or use the screen. */
  DEVICE,
  /** Card or bank details were told. */
  CARD,
  /** A password or a code was told. */
  PASSWORD,
  /** Money went by card. */
  PAID_CARD,
  /** Money went by bank transfer. */
  PAID_TRANSFER,
  /** Gift cards were bought. */
  PAID_GIFT_CARD,
  /** Cryptocurrency was sent. */
  PAID_CRYPTO,
  /** Cash was handed over or sent. */
  PAID_CASH;

  /** The name in knowledge files, the store and JSON: lower case with hyphens. */
  public String key() {
    return Keys.of(name());
  }

  /** The harm called {@code key}, empty where there is none. */
  public static Optional<Harm> of(String key) {
    return Arrays.stream(values()).filter(harm -> harm.key().equals(key)).findFirst();
  }
}
