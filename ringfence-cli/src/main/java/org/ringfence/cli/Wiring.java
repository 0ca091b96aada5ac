package org.ringfence.cli;

/** Fits the steps together: the only place that does. */
final class Wiring implements Assembly {
  private final Console console;

  Wiring(Console console) {
    this.console = console;
  }

  @Override
  public Assembled assemble(SiteOptions options) {
    KnowledgeFolder.of(options.knowledge, console);
    throw new CommandFailure("The steps are not all there yet.");
  }
}
