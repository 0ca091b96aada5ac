package org.ringfence.effect.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.arrival.parse.HeaderText;
import org.ringfence.effect.act.body.Disarming;
import org.ringfence.effect.act.body.MaskedLine;
import org.ringfence.mail.Octets;

/**
 * What is changed in the subject: tags in front of it, and numbers masked.
 *
 * <p>Of several Subject fields every one is changed, as clients differ in which they show. A tag
 * that is there already, as in an answer, is not put there again.
 *
 * @param changed the fields that get another body
 * @param added a field where there was none to tag
 * @param masked whether the numbers in it are masked
 */
record SubjectEdits(List<HeaderEdit.Change> changed, List<HeaderEdit.Add> added, boolean masked) {
  private static final String SUBJECT = "Subject";

  SubjectEdits {
    changed = List.copyOf(changed);
    added = List.copyOf(added);
  }

  /**
   * Works them out.
   *
   * @param tags words in front, the first one first
   */
  static SubjectEdits of(Octets message, List<String> tags, Optional<Disarming> disarming) {
    List<HeaderEdit.Change> changed = new ArrayList<>();
    int occurrence = 0;
    boolean masked = false;
    for (SplitMessage.Piece piece : SplitMessage.of(message).pieces()) {
      if (piece.name().equalsIgnoreCase(SUBJECT)) {
        occurrence++;
        String body = body(piece);
        String shown = HeaderText.shown(body);
        Optional<String> mask = disarming.flatMap(numbers -> MaskedLine.of(shown, numbers));
        masked |= mask.isPresent();
        String now = tagged(mask.map(EncodedWord::of).orElse(body), shown, tags);
        if (!now.equals(body)) {
          changed.add(new HeaderEdit.Change(piece.name(), occurrence, now));
        }
      }
    }
    boolean none = occurrence == 0 && !tags.isEmpty();
    List<HeaderEdit.Add> added =
        none
            ? List.of(new HeaderEdit.Add(SUBJECT, EncodedWord.of(String.join(" ", tags))))
            : List.of();
    return new SubjectEdits(changed, added, masked);
  }

  private static String body(SplitMessage.Piece piece) {
    int colon = piece.octets().indexOf((byte) ':', 0);
    return HeaderText.body(piece.octets().slice(colon + 1, piece.octets().length()));
  }

  private static String tagged(String body, String shown, List<String> tags) {
    List<String> missing = tags.stream().filter(tag -> !shown.contains(tag)).toList();
    if (missing.isEmpty()) {
      return body;
    }
    String front = String.join(" ", missing) + " ";
    boolean ascii = body.chars().allMatch(c -> c < 0x80);
    // What stands raw in eight bits is encoded with the tag: the header writer knows ASCII alone.
    return ascii ? EncodedWord.of(front).strip() + " " + body : EncodedWord.of(front + shown);
  }
}
