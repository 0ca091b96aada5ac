package org.ringfence.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.Fate;
import org.ringfence.custody.Summary;

/**
 * By what a case is found: its words, of letters and digits in lower case without accents, and
 * facts such as {@code verdict:clear}. No word has a colon, so that nobody writes a fact into a
 * subject. A query is the same, and finds the cases that have all its terms.
 */
final class Terms {
  private static final int MOST = 400;
  private static final int LONGEST = 64;

  private final SequencedSet<String> terms = new LinkedHashSet<>();

  private Terms() {}

  static List<String> of(CaseEntry entry) {
    Summary summary = entry.summary();
    Terms terms = new Terms();
    terms.fact("verdict", summary.verdict());
    terms.fact("platform", summary.platform());
    terms.fact("standing", summary.standing());
    summary.numbers().forEach(number -> terms.fact("number", number.e164()));
    summary.hallmarks().forEach(hallmark -> terms.fact("hallmark", hallmark));
    Stream.of(
            Stream.of(summary.subject(), summary.author()),
            summary.numbers().stream().map(Summary.Telephone::e164),
            entry.receipt().envelope().rfc5321MailFrom().stream(),
            entry.fates().stream().map(Fate::recipient))
        .flatMap(texts -> texts)
        .forEach(terms::words);
    return terms.list();
  }

  static List<String> of(CaseBook.Query query) {
    Terms terms = new Terms();
    terms.fact("verdict", query.verdict());
    terms.fact("platform", query.platform());
    terms.fact("standing", query.standing());
    terms.fact("number", query.number());
    terms.fact("hallmark", query.hallmark());
    terms.words(query.words());
    return terms.list();
  }

  private List<String> list() {
    return List.copyOf(terms);
  }

  private void fact(String kind, String value) {
    if (!value.isEmpty()) {
      add(kind + ":" + value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+._-]", "_"));
    }
  }

  private void words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var word = new StringBuilder();
    plain
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
              } else {
                end(word);
              }
            });
    end(word);
  }

  private void end(StringBuilder word) {
    if (!word.isEmpty()) {
      add(word.toString());
      word.setLength(0);
    }
  }

  private void add(String term) {
    if (terms.size() < MOST) {
      terms.add(term.codePointCount(0, term.length()) > LONGEST ? cut(term) : term);
    }
  }

  private static String cut(String term) {
    return term.substring(0, term.offsetByCodePoints(0, LONGEST));
  }

  /** The terms as a query of FTS5: strings, all of which are wanted. */
  static String matching(List<String> terms) {
    List<String> strings = new ArrayList<>();
    terms.forEach(term -> strings.add('"' + term + '"'));
    return String.join(" ", strings);
  }
}
