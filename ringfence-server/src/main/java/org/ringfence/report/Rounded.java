package org.ringfence.report;

/** Numbers as reports show them: four digits after the point. */
final class Rounded {
  private Rounded() {}

  static double of(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
