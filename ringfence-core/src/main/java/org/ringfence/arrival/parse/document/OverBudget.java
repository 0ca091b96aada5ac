package org.ringfence.arrival.parse.document;

import java.io.IOException;

/** Thrown through a library that asks for more octets, memory or time than a document may have. */
final class OverBudget extends IOException {
  private static final long serialVersionUID = 1L;

  OverBudget(String message) {
    super(message);
  }
}
