package org.ringfence.assessment.lure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ringfence.assessment.lure.PhraseTrie.Entry;

class PhraseTrieTest {
  @Property
  void walk_findsWhatTryingEveryEntryFinds(
      @ForAll("texts") String text, @ForAll("entries") List<Entry> entries) {
    PhraseTrie trie = PhraseTrie.of(entries);
    List<String> found = new ArrayList<>();

    for (int start = 0; start < text.length(); start++) {
      if (Letters.isWord(text.charAt(start)) && Letters.isBoundary(text, start)) {
        trie.walk(
            text.toCharArray(),
            start,
            (meaning, from, to) -> found.add(meaning + ":" + from + ".." + to));
      }
    }

    assertThat(found).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(found)).isEqualTo(naive(text, entries));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab -\n/.円").ofMaxLength(40);
  }

  @Provide
  Arbitrary<List<Entry>> entries() {
    Arbitrary<String> keys =
        Arbitraries.strings()
            .withChars("ab 円.")
            .ofMinLength(1)
            .ofMaxLength(6)
            .map(FoldedWords::key)
            .filter(key -> !key.isEmpty());
    Arbitrary<Boolean> open = Arbitraries.of(true, false);
    // The meaning is the entry itself in disguise, so that no two different ones report the same.
    return Combinators.combine(keys, open)
        .as((key, goesOn) -> new Entry(key, goesOn, (key + goesOn).hashCode() >>> 3))
        .list()
        .ofMaxSize(12);
  }

  private static Set<String> naive(String text, List<Entry> entries) {
    Set<String> found = new TreeSet<>();
    for (Entry entry : entries) {
      for (int start = 0; start < text.length(); start++) {
        int end = end(text, start, entry.key());
        if (Letters.isWord(text.charAt(start)) && Letters.isBoundary(text, start) && end > 0) {
          int wordEnd = end;
          while (!Letters.isBoundary(text, wordEnd)) {
            wordEnd++;
          }
          if (wordEnd == end || entry.open()) {
            found.add(entry.meaning() + ":" + start + ".." + wordEnd);
          }
        }
      }
    }
    return found;
  }

  /** Where {@code key} ends if it begins at {@code start}, -1 if it does not. */
  private static int end(String text, int start, String key) {
    int at = start;
    for (int i = 0; i < key.length(); i++) {
      char wanted = key.charAt(i);
      int before = at;
      while (wanted == ' ' && at < text.length() && " -\n/".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (wanted != ' ' && at < text.length() && text.charAt(at) == wanted) {
        at++;
      }
      if (at == before) {
        return -1;
      }
    }
    return at;
  }
}
