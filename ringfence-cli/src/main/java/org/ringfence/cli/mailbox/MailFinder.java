package org.ringfence.cli.mailbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringfence.mail.Octets;

/**
 * Finds the mails in what the user named, one at a time, in a stable order.
 *
 * <p>A file is read as what its octets say it is. A folder is walked without following symbolic
 * links; of a Maildir, {@code new} and {@code cur} are read and {@code tmp} is not. What cannot be
 * read is a {@link Found.Unreadable}; nothing is thrown, and the rest is still found.
 */
public final class MailFinder {
  private static final String STANDARD_INPUT = "-";

  private final int maxBytes;
  private final InputStream standardInput;

  /**
   * @param maxBytes the octets of one message that are read
   * @param standardInput what {@code -} stands for
   */
  public MailFinder(int maxBytes, InputStream standardInput) {
    this.maxBytes = maxBytes;
    this.standardInput = standardInput;
  }

  /** Hands every mail that {@code named} holds to {@code sink}. */
  public void find(String named, Consumer<Found> sink) {
    if (named.equals(STANDARD_INPUT)) {
      readStandardInput(sink);
      return;
    }
    Path path;
    try {
      path = Path.of(named);
    } catch (InvalidPathException wrong) {
      sink.accept(new Found.Unreadable(named, "this is no path. Check the name."));
      return;
    }
    if (Files.isDirectory(path)) {
      walk(path, sink);
    } else {
      readFile(path, true, sink);
    }
  }

  private void readStandardInput(Consumer<Found> sink) {
    try {
      readStream(STANDARD_INPUT, standardInput, true, sink);
    } catch (IOException failure) {
      sink.accept(new Found.Unreadable(STANDARD_INPUT, "standard input could not be read."));
    }
  }

  private void walk(Path folder, Consumer<Found> sink) {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.sorted().toList();
    } catch (IOException | java.io.UncheckedIOException failure) {
      sink.accept(new Found.Unreadable(folder.toString(), problem(failure, "folder")));
      return;
    }
    boolean maildir = isMaildir(folder);
    for (Path entry : entries) {
      if (Files.isSymbolicLink(entry) || (maildir && entry.endsWith("tmp"))) {
        continue;
      }
      if (Files.isDirectory(entry)) {
        walk(entry, sink);
      } else if (Files.isRegularFile(entry) && !isHidden(entry)) {
        readFile(entry, false, sink);
      }
    }
  }

  private static boolean isMaildir(Path folder) {
    return Stream.of("cur", "new", "tmp").allMatch(box -> Files.isDirectory(folder.resolve(box)));
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private void readFile(Path file, boolean asked, Consumer<Found> sink) {
    try (InputStream in = Files.newInputStream(file)) {
      readStream(file.toString(), in, asked, sink);
    } catch (IOException failure) {
      sink.accept(new Found.Unreadable(file.toString(), problem(failure, "file")));
    }
  }

  private void readStream(String name, InputStream raw, boolean asked, Consumer<Found> sink)
      throws IOException {
    InputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(MailFormat.PEEK);
    Octets start = Octets.of(in.readNBytes(MailFormat.PEEK));
    in.reset();
    switch (MailFormat.of(name, start)) {
      case MESSAGE -> sink.accept(new Found.Mail(name, readWhole(in)));
      case OUTLOOK -> sink.accept(new Found.Mail(name, OutlookEnvelope.around(readWhole(in))));
      case MBOX -> readMbox(name, in, sink);
      case OTHER -> sink.accept(asked ? notMail(name, start) : new Found.NoMail(name));
    }
  }

  private Octets readWhole(InputStream in) throws IOException {
    return Octets.of(in.readNBytes(maxBytes + 1));
  }

  private void readMbox(String name, InputStream in, Consumer<Found> sink) throws IOException {
    int[] count = {0};
    new MboxReader(in, maxBytes)
        .read(octets -> sink.accept(new Found.Mail(name + "#" + ++count[0], octets)));
  }

  private static Found notMail(String name, Octets start) {
    String what = start.length() == 0 ? "there is nothing in it" : "this does not look like a mail";
    return new Found.Unreadable(
        name, what + ". Name an .eml or .msg file, an mbox, a Maildir or a folder of these.");
  }

  private static String problem(Exception failure, String what) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder. Check the name.";
    }
    if (failure instanceof AccessDeniedException) {
      return "you may not read this " + what + ". Ask for the permission, or run as its owner.";
    }
    return "this " + what + " could not be read. Check the disk and try again.";
  }
}
