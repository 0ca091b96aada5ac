package org.ringfence.cli.flow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of every mail.
 *
 * @param delivered how often each mail, by its number, lies in the mailbox
 * @param cases how often each case, by its name, lies in the mailbox, as our field says
 */
record Account(Map<Integer, Integer> delivered, Map<String, Integer> cases) {
  private static final Pattern CASE = Pattern.compile("(?m)^X-Ringfence-Case: (\\w+)");

  /** Counts the mails of a mailbox. */
  static Account of(List<byte[]> mailbox) {
    Map<Integer, Integer> delivered = new TreeMap<>();
    Map<String, Integer> cases = new TreeMap<>();
    for (byte[] mail : mailbox) {
      String text = new String(mail, StandardCharsets.ISO_8859_1);
      delivered.merge(Traffic.number(text), 1, Integer::sum);
      Matcher found = CASE.matcher(text);
      if (found.find()) {
        cases.merge(found.group(1), 1, Integer::sum);
      }
    }
    return new Account(delivered, cases);
  }

  /** Those of {@code accepted} that are neither delivered nor {@code kept}. */
  Set<Integer> lost(Set<Integer> accepted, Set<Integer> kept) {
    Set<Integer> lost = new TreeSet<>(accepted);
    lost.removeAll(delivered.keySet());
    lost.removeAll(kept);
    return lost;
  }

  /** Cases that lie in the mailbox more than once. */
  Set<String> doubledCases() {
    Set<String> doubled = new TreeSet<>();
    cases.forEach(
        (name, times) -> {
          if (times > 1) {
            doubled.add(name);
          }
        });
    return doubled;
  }

  /** How many mails lie in the mailbox more than once. */
  long doubledMails() {
    return delivered.values().stream().filter(times -> times > 1).count();
  }
}
