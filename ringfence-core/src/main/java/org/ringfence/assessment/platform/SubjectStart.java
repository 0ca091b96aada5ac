package org.ringfence.assessment.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the subject that a platform wrote may begin, behind the marks that gateways, lists and
 * people put before it: "[EXTERNAL]", "Fwd:", "AW:".
 *
 * @param at the index in the subject's text
 * @param passedOn whether a mark with a colon stands before it, as of a reply or a forward
 */
record SubjectStart(int at, boolean passedOn) {
  private static final int MARKS = 4;
  private static final int BRACKETED = 40;
  private static final int WORD = 9;

  /** Every place where it may begin, the first being the very beginning. */
  static List<SubjectStart> in(String subject) {
    List<SubjectStart> starts = new ArrayList<>(1);
    SubjectStart start = new SubjectStart(0, false);
    starts.add(start);
    while (starts.size() <= MARKS) {
      boolean bracket = subject.startsWith("[", start.at);
      int end = bracket ? endOfBracket(subject, start.at) : endOfWord(subject, start.at);
      if (end < 0) {
        break;
      }
      int next = subject.startsWith(" ", end) ? end + 1 : end;
      start = new SubjectStart(next, start.passedOn || !bracket);
      starts.add(start);
    }
    return starts;
  }

  private static int endOfBracket(String subject, int at) {
    int close = subject.indexOf(']', at);
    return close < 0 || close - at > BRACKETED ? -1 : close + 1;
  }

  private static int endOfWord(String subject, int at) {
    int end = at;
    while (end < subject.length() && end - at < WORD && Character.isLetter(subject.charAt(end))) {
      end++;
    }
    return end > at && subject.startsWith(":", end) ? end + 1 : -1;
  }
}
