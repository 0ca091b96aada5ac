package org.ringfence.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. Reads no knowledge: it must be quick. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Ringfence " + number(),
      "Java " + Runtime.version() + ", " + System.getProperty("java.vendor")
    };
  }

  /** The number of the version. */
  static String number() {
    return Objects.requireNonNullElse(
        Ringfence.class.getPackage().getImplementationVersion(), "(not packaged)");
  }
}
