package org.ringfence.cli;

import picocli.CommandLine.Option;

/** How many mails are judged at a time. */
final class JobsOption {
  private static final int MOST = 256;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Judge N mails at a time. Default: one per processor.")
  int given = Runtime.getRuntime().availableProcessors();

  /** The number asked for. */
  int count() {
    if (given < 1 || given > MOST) {
      throw new CommandFailure("--jobs is " + given + "; give a number from 1 to " + MOST + ".");
    }
    return given;
  }
}
