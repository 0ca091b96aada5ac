package org.ringfence.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The doors that mail comes in by, while they are open. */
final class OpenDoors implements AutoCloseable {
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Console console;

  OpenDoors(Console console) {
    this.console = console;
  }

  /** Begins to listen, and returns where. */
  interface Opening {
    String open() throws IOException;
  }

  /**
   * Opens one more, and says so.
   *
   * @param name what it is called
   * @param door what is closed in the end
   * @throws CommandFailure where the address cannot be had
   */
  void open(String name, AutoCloseable door, Opening opening) {
    open.add(door);
    try {
      console.out().println("The " + name + " listens on " + opening.open() + ".");
    } catch (IOException failure) {
      throw new CommandFailure(String.valueOf(failure.getMessage()), failure);
    }
  }

  /** All at once, as each waits for the mails under way. */
  @Override
  public void close() {
    List<Thread> closing =
        open.stream().map(door -> Thread.ofVirtual().start(() -> close(door))).toList();
    try {
      for (Thread one : closing) {
        one.join();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void close(AutoCloseable door) {
    try {
      door.close();
    } catch (Exception failure) {
      console.err().println("ringfence: a door did not close well: " + failure.getMessage());
    }
  }
}
