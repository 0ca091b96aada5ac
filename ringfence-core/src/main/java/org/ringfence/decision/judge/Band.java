package org.ringfence.decision.judge;

import java.util.Locale;

/** What we think of a message, in one word. */
public enum Band {
  /** Nothing that asks for a call about money, or too little. */
  CLEAR,
  /** Enough to warn of, not enough to say. */
  SUSPICIOUS,
  /** It wants the reader to call a scammer (ATT&amp;CK T1566.004). */
  CALLBACK_PHISHING;

  /** The name in headers, logs and JSON: lower case with hyphens. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
