package org.ringfence.custody;

/** The store could not be had; what was asked for did not happen. */
public final class CustodyFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence for the operator, and the next step
   */
  public CustodyFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
