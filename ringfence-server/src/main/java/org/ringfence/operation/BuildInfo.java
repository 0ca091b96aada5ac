package org.ringfence.operation;

/**
 * Which Ringfence this is.
 *
 * @param version its version
 * @param java the Java that runs it
 */
public record BuildInfo(String version, String java) {
  /** The build that {@code version} names, on the Java that runs now. */
  public static BuildInfo of(String version) {
    return new BuildInfo(version, Runtime.version().toString());
  }
}
