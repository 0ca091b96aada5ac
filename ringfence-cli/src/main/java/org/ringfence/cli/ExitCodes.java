package org.ringfence.cli;

/** What a command's exit code says; the same as those of clamscan. */
final class ExitCodes {
  /** All was read, nothing was found. */
  static final int CLEAR = 0;

  /** Something was found. */
  static final int FOUND = 1;

  /** Something could not be read or done; what could be was. */
  static final int ERROR = 2;

  private ExitCodes() {}
}
