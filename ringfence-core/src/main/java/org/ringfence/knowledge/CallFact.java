package org.ringfence.knowledge;

import java.util.Arrays;
import java.util.Optional;

/** What somebody who called can tell in their own words. Never a secret. */
public enum CallFact {
  /** The number that was called. */
  NUMBER,
  /** When that was. */
  TIME,
  /** The program or web page they were led to. */
  TOOL,
  /** Whose card or account it was about: the bank's name. */
  BANK,
  /** The account whose password was told: its name. */
  ACCOUNT,
  /** The sum that was paid. */
  AMOUNT,
  /** Anything else. */
  NOTE;

  /** The name in knowledge files, the store and JSON: lower case with hyphens. */
  public String key() {
    return Keys.of(name());
  }

  /** The fact called {@code key}, empty where there is none. */
  public static Optional<CallFact> of(String key) {
    return Arrays.stream(values()).filter(fact -> fact.key().equals(key)).findFirst();
  }
}
