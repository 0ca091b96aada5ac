package org.ringfence.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. Reads no knowledge: it must be quick. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Objects.requireNonNullElse(
            Ringfence.class.getPackage().getImplementationVersion(), "(not packaged)");
    return new String[] {
      "Ringfence " + version, "Java " + Runtime.version() + ", " + System.getProperty("java.vendor")
    };
  }
}
