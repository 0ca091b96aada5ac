package org.ringfence.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.assessment.platform.IdentityCheck;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.assessment.platform.Slot;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Message;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * The words of a mail as its readers see them, each with who wrote it. A picture: nothing in it
 * acts, the numbers that it shows cannot be called, and it has a bounded size.
 *
 * @param texts in reading order
 * @param cut whether there is more
 */
public record MailPicture(List<Text> texts, boolean cut) {
  private static final int MOST_TEXTS = 12;
  private static final int MOST_EACH = 4_000;
  private static final int MOST = 12_000;

  public MailPicture {
    texts = List.copyOf(texts);
  }

  /** Where words stand. */
  public enum Where {
    SENDER,
    SUBJECT,
    BODY,
    ATTACHED
  }

  /** The words of one place. */
  public record Text(Where where, List<Run> runs) {
    public Text {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Words of one writer.
   *
   * @param typed whether a stranger typed them; else they are the platform's that sent the mail
   */
  public record Run(String words, boolean typed) {}

  /** A mail of which nothing is to be shown. */
  public static MailPicture none() {
    return new MailPicture(List.of(), false);
  }

  /** The picture of a mail. */
  static MailPicture of(CaseRecord record) {
    List<Text> texts = new ArrayList<>();
    boolean cut = false;
    int left = MOST;
    for (Surface surface : shown(record.message())) {
      int length = Math.min(surface.text().length(), Math.min(left, MOST_EACH));
      cut |= length < surface.text().length() || texts.size() == MOST_TEXTS;
      if (length > 0 && texts.size() < MOST_TEXTS) {
        texts.add(new Text(where(surface.kind()), runs(surface, length, record)));
        left -= length;
      }
    }
    return new MailPicture(texts, cut);
  }

  private static List<Surface> shown(Message message) {
    boolean hasHtml =
        message.surfaces(SurfaceKind.VISIBLE_HTML).stream()
            .anyMatch(surface -> !surface.text().isBlank());
    return message.surfaces().stream()
        .filter(surface -> !surface.text().isBlank() && isShown(surface, hasHtml))
        .toList();
  }

  private static boolean isShown(Surface surface, boolean hasHtml) {
    return switch (surface.kind()) {
      case DISPLAY_NAME -> surface.place().detail().startsWith("From");
      case PLAIN_TEXT -> !hasHtml;
      case SUBJECT, VISIBLE_HTML, CALENDAR, PDF, OFFICE, IMAGE, FILE_NAME -> true;
      case HIDDEN_HTML, QR, TEL_LINK -> false;
    };
  }

  private static Where where(SurfaceKind kind) {
    return switch (kind) {
      case DISPLAY_NAME -> Where.SENDER;
      case SUBJECT -> Where.SUBJECT;
      case PLAIN_TEXT, VISIBLE_HTML, HIDDEN_HTML, TEL_LINK -> Where.BODY;
      case CALENDAR, PDF, OFFICE, IMAGE, QR, FILE_NAME -> Where.ATTACHED;
    };
  }

  private static List<Run> runs(Surface surface, int length, CaseRecord record) {
    boolean[] typed = typed(surface, length, record.recognition());
    char[] words = PictureWords.safe(surface.text(), length);
    for (CallbackNumber number : record.numbers()) {
      if (isIn(surface, number.evidence())) {
        PictureWords.mask(words, number.evidence().span());
      }
    }
    List<Run> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= length; i++) {
      if (i == length || typed[i] != typed[start]) {
        runs.add(new Run(PictureWords.tidy(words, start, i), typed[start]));
        start = i;
      }
    }
    return runs;
  }

  /** Words are the platform's own only where it is proven that it sent the mail. */
  private static boolean[] typed(Surface surface, int length, Recognition recognition) {
    boolean[] typed = new boolean[length];
    boolean isProven =
        recognition instanceof Recognition.Notification found
            && found.identity() instanceof IdentityCheck.Proven;
    if (!isProven || !(recognition instanceof Recognition.Notification notification)) {
      Arrays.fill(typed, true);
      return typed;
    }
    for (Slot slot : notification.slots()) {
      if (isIn(surface, slot.evidence())) {
        int end = Math.min(length, slot.evidence().span().end());
        Arrays.fill(typed, Math.min(end, slot.evidence().span().start()), end, true);
      }
    }
    return typed;
  }

  private static boolean isIn(Surface surface, Evidence words) {
    return words.surface().place().equals(surface.place()) && words.surface().equals(surface);
  }
}
