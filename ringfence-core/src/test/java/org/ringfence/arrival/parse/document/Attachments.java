package org.ringfence.arrival.parse.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ringfence.arrival.parse.part.Attachment;
import org.ringfence.mail.Octets;
import org.ringfence.mail.Place;

/** Attachments of tests. */
public final class Attachments {
  private static final Place PLACE = new Place("2", "");

  private Attachments() {}

  public static Attachment of(String mediaType, String fileName, byte[] content) {
    return new Attachment(PLACE, mediaType, "", fileName, Octets.of(content));
  }

  public static Attachment of(String mediaType, String fileName, String content) {
    return of(mediaType, fileName, content.getBytes(StandardCharsets.UTF_8));
  }

  /** A file under {@code cases/attachment}. */
  public static byte[] caseFile(String path) {
    Path root = Path.of(System.getProperty("ringfence.root"));
    try {
      return Files.readAllBytes(
          root.resolve("ringfence-core/src/test/resources/cases/attachment").resolve(path));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
