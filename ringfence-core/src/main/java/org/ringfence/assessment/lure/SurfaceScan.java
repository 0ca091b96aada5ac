package org.ringfence.assessment.lure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ringfence.knowledge.Concept;

/** One pass over one folded text; what the tree finds is kept until the language is known. */
final class SurfaceScan implements PhraseTrie.Hits {
  /**
   * The most phrases, and the most names, kept of one surface; a mail says all it has to before.
   */
  static final int MOST = 2_000;

  /** A language is told by at least this share of the words. */
  private static final int WORDS_PER_SIGN = 25;

  /**
   * So many signs of a second language make a passage in it: a customer's words in a platform's.
   */
  private static final int PASSAGE = 8;

  /** Which language's phrases are kept beside those of the surface's own. */
  private static final String SPOKEN_EVERYWHERE = "en";

  private static final Comparator<ConceptHit> LONGEST_FIRST =
      Comparator.comparingInt(ConceptHit::start)
          .thenComparing(Comparator.comparingInt(ConceptHit::end).reversed())
          .thenComparing(ConceptHit::concept)
          .thenComparing(ConceptHit::language);

  private final Lexicon lexicon;
  private final String text;
  private final int[] signs;
  private final List<ConceptHit> phrases = new ArrayList<>();
  private final List<NameHit> names = new ArrayList<>();
  private int words;
  private int kana;

  /** A name and whether it may be a plain word. */
  record NameHit(BrandMention mention, boolean ambiguous) {}

  private SurfaceScan(Lexicon lexicon, String text) {
    this.lexicon = lexicon;
    this.text = text;
    this.signs = new int[lexicon.languages().size()];
  }

  /** The scan of {@code text}, done. */
  static SurfaceScan of(Lexicon lexicon, String text) {
    SurfaceScan scan = new SurfaceScan(lexicon, text);
    scan.run();
    return scan;
  }

  private void run() {
    boolean inWord = false;
    PhraseTrie trie = lexicon.trie();
    // An array: the tree looks at each character several times.
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      char c = characters[i];
      boolean word = Letters.isWord(c);
      boolean spaceless = Letters.isSpaceless(c);
      if (word && (!inWord || spaceless)) {
        trie.walk(characters, i, this);
        words += c > '9' ? 1 : 0;
        kana += Letters.isKana(c) ? 1 : 0;
      }
      inWord = word && !spaceless;
    }
  }

  @Override
  public void hit(int meaning, int start, int end) {
    switch (lexicon.meanings().get(meaning)) {
      case Meaning.Marker(int language) -> signs[language]++;
      case Meaning.Phrase(int language, Concept concept) -> {
        signs[language]++;
        if (phrases.size() < MOST) {
          phrases.add(new ConceptHit(concept, lexicon.languages().get(language), start, end));
        }
      }
      case Meaning.Name(String brand, boolean ambiguous) -> {
        if (names.size() < MOST) {
          names.add(new NameHit(new BrandMention(brand, start, end), ambiguous));
        }
      }
    }
  }

  /**
   * The language with the most signs, empty where there are too few of them or two languages share
   * the lead. Kana tell Japanese, since Chinese markers stand in its text too.
   */
  String language() {
    if (kana * 5 > words && lexicon.languages().contains("ja")) {
      return "ja";
    }
    int best = -1;
    int most = 0;
    for (int language = 0; language < signs.length; language++) {
      if (signs[language] >= most) {
        best = signs[language] > most ? language : -1;
        most = signs[language];
      }
    }
    return best < 0 || most * WORDS_PER_SIGN < words ? "" : lexicon.languages().get(best);
  }

  /**
   * The phrases of {@code language}, of English, since lures mix it into anything, and of a
   * language that has a passage of its own; all where the language cannot be told. One that stands
   * inside a longer one of its concept is left out.
   */
  List<ConceptHit> phrases(String language) {
    Map<Concept, Integer> covered = new EnumMap<>(Concept.class);
    List<ConceptHit> kept = new ArrayList<>();
    phrases.sort(LONGEST_FIRST);
    for (ConceptHit hit : phrases) {
      if (isUnderstood(hit, language) && hit.end() > covered.getOrDefault(hit.concept(), 0)) {
        covered.put(hit.concept(), hit.end());
        kept.add(hit);
      }
    }
    return kept;
  }

  private boolean isUnderstood(ConceptHit hit, String language) {
    return language.isEmpty()
        || hit.language().equals(language)
        || hit.language().equals(SPOKEN_EVERYWHERE)
        || hasPassage(hit.language(), language);
  }

  private boolean hasPassage(String other, String language) {
    int own = signs[lexicon.languages().indexOf(language)];
    int foreign = signs[lexicon.languages().indexOf(other)];
    return foreign >= PASSAGE && foreign * PASSAGE >= own;
  }

  /** The names found, by start; a plain word is among them whether it means a firm or not. */
  List<NameHit> names() {
    return names;
  }
}
