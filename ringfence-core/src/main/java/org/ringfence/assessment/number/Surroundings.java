package org.ringfence.assessment.number;

import java.util.List;
import org.ringfence.assessment.lure.Amount;
import org.ringfence.assessment.lure.ConceptHit;
import org.ringfence.assessment.lure.SurfaceLures;
import org.ringfence.knowledge.Concept;

/** What stands around a number: a call to action, a support line, a label. */
final class Surroundings {
  /** What the nearest label says of a number. */
  enum Label {
    TELEPHONE,
    REFERENCE,
    NONE
  }

  private static final int SENTENCE = 120;
  private static final int LINES = 2;
  private static final int BEFORE = 60;
  private static final int AFTER = 30;
  private static final int LABEL = 40;
  private static final int LABEL_WORDS = 4;

  private final String text;
  private final List<ConceptHit> asking;
  private final List<ConceptHit> desks;
  private final List<ConceptHit> references;
  private final List<Amount> amounts;
  private final Labels labels;

  Surroundings(SurfaceLures lures, Labels labels) {
    this.text = lures.surface().text();
    this.asking = only(lures, Concept.CALL_TO_ACTION);
    this.desks = only(lures, Concept.SUPPORT_LINE);
    this.references = only(lures, Concept.REFERENCE_LABEL);
    this.amounts = lures.amounts();
    this.labels = labels;
  }

  /** Whether the sentence, line or neighbouring cell asks the reader to call. */
  boolean callToAction(int start, int end) {
    int from = back(start, SENTENCE, LINES);
    int to = forth(end, SENTENCE, LINES);
    return touches(asking, from, to) || deskBeside(start, end);
  }

  /** Whether what stands close by says that this is a number to call. */
  boolean asked(int start, int end) {
    int from = back(start, BEFORE, 1);
    int to = forth(end, AFTER, 1);
    return label(start) == Label.TELEPHONE || touches(asking, from, to) || touches(desks, from, to);
  }

  /** What the words just before {@code start} call it. */
  Label label(int start) {
    int at = trimmed(start);
    if (hitEndsAt(references, at)) {
      return Label.REFERENCE;
    }
    for (int words = 0; words < LABEL_WORDS && at > 0; words++) {
      if (words <= 1 && labels.isReference(text, at)) {
        return Label.REFERENCE;
      }
      if (labels.isTelephone(text, at)) {
        return Label.TELEPHONE;
      }
      at = wordBefore(at, start);
    }
    return Label.NONE;
  }

  /** Whether a sum of money covers the units from {@code start} to {@code end}. */
  boolean isAmount(int start, int end) {
    int low = 0;
    int high = amounts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (amounts.get(middle).end() < end) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < amounts.size() && amounts.get(low).start() <= start;
  }

  private boolean deskBeside(int start, int end) {
    return touches(desks, back(start, LABEL, 1), forth(end, AFTER, 1));
  }

  private int trimmed(int start) {
    int at = start;
    while (at > 0 && start - at < 8 && " \n:#.-=(+".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private int wordBefore(int at, int start) {
    int i = at;
    while (i > 0 && start - i < LABEL && Character.isLetterOrDigit(text.charAt(i - 1))) {
      i--;
    }
    while (i > 0 && start - i < LABEL && " :".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return i == at ? 0 : i;
  }

  private int back(int start, int units, int lines) {
    int i = start;
    int breaks = 0;
    while (i > 0 && start - i < units) {
      if (text.charAt(i - 1) == '\n' && ++breaks > lines) {
        break;
      }
      i--;
    }
    return i;
  }

  private int forth(int end, int units, int lines) {
    int i = end;
    int breaks = 0;
    while (i < text.length() && i - end < units) {
      if (text.charAt(i) == '\n' && ++breaks > lines) {
        break;
      }
      i++;
    }
    return i;
  }

  /** Phrases are short, so whoever touches the range starts at most a few units before it. */
  private static boolean touches(List<ConceptHit> hits, int from, int to) {
    for (int i = firstStart(hits, from - SENTENCE); i < hits.size(); i++) {
      if (hits.get(i).start() >= to) {
        return false;
      }
      if (hits.get(i).end() > from) {
        return true;
      }
    }
    return false;
  }

  private static boolean hitEndsAt(List<ConceptHit> hits, int at) {
    for (int i = firstStart(hits, at - SENTENCE); i < hits.size(); i++) {
      if (hits.get(i).start() >= at) {
        return false;
      }
      if (at - hits.get(i).end() >= 0 && at - hits.get(i).end() <= 1) {
        return true;
      }
    }
    return false;
  }

  private static int firstStart(List<ConceptHit> hits, int from) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).start() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static List<ConceptHit> only(SurfaceLures lures, Concept concept) {
    return lures.hits().stream().filter(hit -> hit.concept() == concept).toList();
  }
}
