package org.ringfence.operation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values of one label. Beyond a bound all further ones are "other": each value is a series that
 * stays in memory, here and where the metrics are kept.
 */
final class Words {
  private static final String OTHER = "other";

  private final int most;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Words(int most) {
    this.most = most;
  }

  String bounded(String word) {
    if (known.contains(word)) {
      return word;
    }
    return known.size() < most && known.add(word) ? word : OTHER;
  }
}
