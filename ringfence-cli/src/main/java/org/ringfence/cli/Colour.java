package org.ringfence.cli;

import org.ringfence.cli.show.Pen;

/** When colours are written. */
enum Colour {
  ALWAYS,
  AUTO,
  NEVER;

  /** The pen for standard output. */
  Pen pen(Console console) {
    return switch (this) {
      case ALWAYS -> new Pen(true);
      case NEVER -> new Pen(false);
      case AUTO -> new Pen(console.isTerminal("out") && console.variable("NO_COLOR", "").isEmpty());
    };
  }
}
