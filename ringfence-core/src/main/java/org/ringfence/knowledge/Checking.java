package org.ringfence.knowledge;

/** How thoroughly knowledge is checked while it is read. */
public enum Checking {
  /** Against the JSON Schemas as well. For authors, for tests and for a reload. */
  FULL,
  /**
   * As the records need it: unknown keys, types, references, braces. For the start of a command,
   * where building the schemas would take longer than all the rest.
   */
  BINDING
}
