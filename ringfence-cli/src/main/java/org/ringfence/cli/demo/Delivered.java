package org.ringfence.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ringfence.assessment.authentication.signature.RawField;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/**
 * A mail that came out behind Ringfence.
 *
 * @param recipient for whom
 * @param file where it is kept
 * @param marks the X-Ringfence fields in its header, by their names without that beginning
 */
public record Delivered(String recipient, Path file, Map<String, String> marks) {
  private static final String OURS = "x-ringfence-";

  public Delivered {
    marks = Map.copyOf(marks);
  }

  static Delivered write(Path folder, int number, String recipient, byte[] message)
      throws IOException {
    // Of an address, what no file system minds.
    String name = recipient.replaceAll("[^A-Za-z0-9@.-]", "_");
    Path file = folder.resolve(String.format(Locale.ROOT, "%03d-%s.eml", number, name));
    Files.write(file, message);
    List<RawField> fields = RawMessage.read(Octets.of(message), Limits.standard()).fields();
    return new Delivered(
        recipient,
        file,
        fields.stream()
            .filter(field -> field.key().startsWith(OURS))
            .collect(
                Collectors.toMap(
                    field -> field.key().substring(OURS.length()),
                    RawField::body,
                    (topmost, _) -> topmost)));
  }

  /** A field of ours; empty where it is not there. */
  String mark(String name) {
    return marks.getOrDefault(name, "");
  }

  /** What Ringfence did to it, in words. */
  String form() {
    if (mark("body").equals("warned")) {
      String numbers = mark("disarmed").isEmpty() ? "" : " and disarmed numbers";
      return "delivered with a warning" + numbers;
    }
    return mark("policy").isEmpty() ? "delivered" : "delivered with a mark";
  }
}
