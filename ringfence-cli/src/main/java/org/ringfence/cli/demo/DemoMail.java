package org.ringfence.cli.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.signature.RawField;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/**
 * A mail of the demonstration.
 *
 * @param number its place in the list, from 1
 * @param path its file, relative to the knowledge
 * @param message its octets, as the relay in front passes them on
 * @param sender its envelope sender
 * @param recipients its envelope recipients, one at least
 */
public record DemoMail(
    int number, String path, Octets message, String sender, List<String> recipients) {
  private static final String LIST = "demo/mails.tsv";

  public DemoMail {
    recipients = List.copyOf(recipients);
  }

  /**
   * The mails of the list.
   *
   * @param knowledge the folder of the knowledge
   * @throws IOException with a sentence for the operator where they cannot be read
   */
  public static List<DemoMail> all(Path knowledge) throws IOException {
    Path list = knowledge.resolve(LIST);
    if (!Files.isReadable(list)) {
      throw new IOException(
          list
              + ": the list of the mails to send is not there. Take the knowledge that comes with"
              + " Ringfence: leave RINGFENCE_KNOWLEDGE out.");
    }
    List<DemoMail> mails = new ArrayList<>();
    List<String> lines = Files.readAllLines(list);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
        mails.add(mail(knowledge, mails.size() + 1, lines.get(i), list + ":" + (i + 1)));
      }
    }
    return mails;
  }

  private static DemoMail mail(Path knowledge, int number, String line, String place)
      throws IOException {
    String[] columns = line.split("\t", -1);
    if (columns.length != 2 || !Files.isReadable(knowledge.resolve(columns[0]))) {
      throw new IOException(
          place + ": a line is the file of a mail, a tab, and its recipients with commas between.");
    }
    Octets file = Octets.of(Files.readAllBytes(knowledge.resolve(columns[0])));
    List<RawField> fields = RawMessage.read(file, Limits.standard()).fields();
    String path = first(fields, "Return-Path").map(RawField::body).orElse("<>");
    return new DemoMail(
        number,
        columns[0],
        relayed(file, first(fields, "Authentication-Results")),
        path.replace("<", "").replace(">", ""),
        List.of(columns[1].split(",")));
  }

  private static Optional<RawField> first(List<RawField> fields, String name) {
    return fields.stream().filter(field -> field.isNamed(name)).findFirst();
  }

  /**
   * With the relay's results above its Received field, where a host behind it can tell them from a
   * stranger's; in the file they stand below, as the relay's own filter has left them.
   */
  private static Octets relayed(Octets file, Optional<RawField> results) {
    if (results.isEmpty()) {
      return file;
    }
    Octets field = results.get().octets();
    int start = field.startIn(file);
    var out = new ByteArrayOutputStream(file.length());
    out.writeBytes(field.toByteArray());
    out.writeBytes(file.slice(0, start).toByteArray());
    out.writeBytes(file.slice(start + field.length(), file.length()).toByteArray());
    return Octets.of(out.toByteArray());
  }

  /** By what the case of this mail is known: the queue id that the relay tells. */
  String queueId() {
    return "DEMO" + number;
  }

  /** The name of its file. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder of its file, such as azure-monitor/abused. */
  public String group() {
    String folder = path.substring(0, path.lastIndexOf('/'));
    return folder.substring(folder.indexOf('/') + 1);
  }
}
