package org.ringfence.knowledge;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column from 1
 */
record Position(int line, int column) {
  static final Position TOP = new Position(1, 1);
}
