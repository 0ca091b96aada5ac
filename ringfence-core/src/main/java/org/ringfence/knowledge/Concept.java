package org.ringfence.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a phrase of a vocabulary is about. The phrases themselves are knowledge, one file a
 * language.
 */
public enum Concept {
  /** Money was or will be taken: "has been charged", "debited from your account". */
  CHARGE,
  /** A subscription goes on: "auto-renewal", "your membership has been renewed". */
  RENEWAL,
  /** Money could come back: "refund", "chargeback". */
  REFUND,
  /** Somebody else did it: "unauthorised", "suspicious activity", "unusual sign-in". */
  UNAUTHORISED_USE,
  /** The account is in danger: "suspended", "on hold", "locked". */
  ACCOUNT_TROUBLE,
  /** Something was bought: "your order", "invoice", "receipt", "thank you for your purchase". */
  ORDER,
  /** Debt relief, loan forgiveness, tax relief, prize: a benefit that waits for a call. */
  BENEFIT,
  /** A clock: "within 24 hours", "immediately". */
  DEADLINE,
  /** An urge to telephone: "call us", "dial", "reach us at". */
  CALL_TO_ACTION,
  /**
   * Names a desk that answers the telephone: "helpline", "customer support", "billing department".
   */
  SUPPORT_LINE,
  /** The reader's protest is invited: "if you did not authorise", "wasn't you", "not recognise". */
  DISPUTE,
  /** A way out is offered: "to cancel", "stop the renewal". */
  CANCEL,
  /** Nobody by name: "dear customer". */
  GENERIC_GREETING,
  /** A label before a reference: "transaction id", "invoice no". */
  REFERENCE_LABEL,
  /** How it was paid: "auto debit", "credit card", "direct debit". */
  PAYMENT_METHOD,
  /** A product that scammers bill: security software, cryptocurrency, gadgets. */
  BILLED_PRODUCT,
  /** A link is to be followed: "click here", "sign in to verify". Not our class of phishing. */
  LINK_TO_ACTION,
  /** Credentials are wanted: "update your password", "verify your identity". Not our class. */
  CREDENTIAL_REQUEST,
  /** Advance-fee fraud: "inheritance", "next of kin", "lottery". Not our class. */
  ADVANCE_FEE,
  /** Work of an operations team: "maintenance window", "on-call", "incident", "outage". */
  OPERATIONS,
  /** Conversation and list traffic: "wrote:", "unsubscribe", "mailing list". */
  CORRESPONDENCE;

  /** The name used in knowledge files: lower case with hyphens. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The concept that knowledge files call {@code key}, empty where there is none. */
  public static Optional<Concept> of(String key) {
    return Arrays.stream(values()).filter(concept -> concept.key().equals(key)).findFirst();
  }

  /** The names of all concepts. */
  static List<String> keys() {
    return Arrays.stream(values()).map(Concept::key).toList();
  }
}
