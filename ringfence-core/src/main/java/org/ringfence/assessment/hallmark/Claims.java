package org.ringfence.assessment.hallmark;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.ringfence.knowledge.Concept;

/** Which concepts make a claim that frightens or tempts a reader into a call. */
final class Claims {
  /** Money was taken, will be, or something was bought. */
  static final Set<Concept> MONEY =
      Collections.unmodifiableSet(EnumSet.of(Concept.CHARGE, Concept.RENEWAL, Concept.ORDER));

  /** What belongs to a bill beside its sum. */
  static final Set<Concept> BILL =
      Collections.unmodifiableSet(EnumSet.of(Concept.PAYMENT_METHOD, Concept.BILLED_PRODUCT));

  /** Claims that honest mail seldom makes right beside a telephone number; an order is not one. */
  static final Set<Concept> TELLING =
      Collections.unmodifiableSet(
          EnumSet.of(
              Concept.CHARGE,
              Concept.RENEWAL,
              Concept.UNAUTHORISED_USE,
              Concept.ACCOUNT_TROUBLE,
              Concept.DISPUTE,
              Concept.CANCEL,
              Concept.REFUND,
              Concept.BENEFIT));

  /** A way out is offered. */
  static final Set<Concept> WAY_OUT =
      Collections.unmodifiableSet(EnumSet.of(Concept.DISPUTE, Concept.CANCEL, Concept.REFUND));

  /** Any of them. */
  static final Set<Concept> ANY =
      Collections.unmodifiableSet(
          EnumSet.of(
              Concept.CHARGE,
              Concept.RENEWAL,
              Concept.ORDER,
              Concept.UNAUTHORISED_USE,
              Concept.ACCOUNT_TROUBLE,
              Concept.DISPUTE,
              Concept.CANCEL,
              Concept.REFUND,
              Concept.BENEFIT));

  private Claims() {}
}
