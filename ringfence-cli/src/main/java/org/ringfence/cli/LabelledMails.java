package org.ringfence.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.ringfence.cli.evaluation.Label;
import org.ringfence.cli.evaluation.LabelFile;
import org.ringfence.cli.mailbox.Found;
import org.ringfence.cli.mailbox.MailFinder;

/**
 * A folder of mails and the file that says what each is.
 *
 * @param folder what the paths in the labels are relative to
 * @param labels by path
 */
record LabelledMails(Path folder, List<Label> labels) {
  LabelledMails {
    labels = List.copyOf(labels);
  }

  /**
   * Reads the labels.
   *
   * @throws CommandFailure where the file or the folder is not there or cannot be understood
   */
  static LabelledMails of(Path folder, Path labelFile) {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(
          folder + ": there is no such folder. Name the folder that the labels' paths start from.");
    }
    try {
      return new LabelledMails(
          folder, LabelFile.read(labelFile.toString(), Files.readAllLines(labelFile)));
    } catch (LabelFile.WrongLabels wrong) {
      throw new CommandFailure(wrong.sentence(), wrong);
    } catch (NoSuchFileException missing) {
      throw new CommandFailure(labelFile + ": there is no such file. Name the labels.", missing);
    } catch (CharacterCodingException wrong) {
      throw new CommandFailure(labelFile + ": this is not UTF-8 text. Save it as UTF-8.", wrong);
    } catch (IOException failure) {
      throw new CommandFailure(
          labelFile + ": this file could not be read. Check its permissions.", failure);
    }
  }

  /** The mail of {@code label}: the first one where the file holds several. */
  Found read(Label label, MailFinder finder) {
    String path = folder.resolve(label.path()).toString();
    Found[] first = {new Found.Unreadable(path, "there is no mail in it. Check the labels.")};
    boolean[] seen = {false};
    finder.find(
        path,
        found -> {
          if (!seen[0]) {
            first[0] = found;
            seen[0] = true;
          }
        });
    return first[0];
  }
}
