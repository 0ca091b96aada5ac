package org.ringfence.assessment.lure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringfence.knowledge.Brand;
import org.ringfence.knowledge.Concept;
import org.ringfence.knowledge.LureVocabulary;

/**
 * All phrases, markers and brand names in one tree, and what each of them means.
 *
 * @param trie the tree; what it reports is an index of {@code meanings}
 * @param meanings what the entries mean
 * @param languages the vocabularies' languages, by their number
 * @param lureWords single words of the phrases that make a plain word beside them a brand
 */
record Lexicon(
    PhraseTrie trie, List<Meaning> meanings, List<String> languages, Set<String> lureWords) {
  /** A lexicon of {@code vocabularies} and {@code brands}, folded as mail is. */
  static Lexicon of(List<LureVocabulary> vocabularies, List<Brand> brands, FoldedWords folded) {
    Builder builder = new Builder();
    vocabularies.forEach(builder::add);
    brands.forEach(builder::add);
    return builder.build(folded, vocabularies.stream().map(LureVocabulary::language).toList());
  }

  /** Entries as knowledge writes them, until all are folded together. */
  private static final class Builder {
    private final List<String> words = new ArrayList<>();
    private final List<Integer> meaningOfWord = new ArrayList<>();
    private final List<Meaning> meanings = new ArrayList<>();
    private final Map<Meaning, Integer> numbers = new HashMap<>();
    private int languages;

    void add(LureVocabulary vocabulary) {
      int language = languages++;
      vocabulary.markers().forEach(marker -> add(marker, new Meaning.Marker(language)));
      vocabulary
          .phrases()
          .forEach(
              (concept, phrases) -> {
                Meaning meaning = new Meaning.Phrase(language, concept);
                phrases.forEach(phrase -> add(phrase, meaning));
              });
    }

    void add(Brand brand) {
      Set<String> ambiguous = new HashSet<>(brand.ambiguous());
      for (String name : brand.names()) {
        if (!ambiguous.contains(name)) {
          add(name, new Meaning.Name(brand.id(), false));
        }
      }
      ambiguous.forEach(name -> add(name, new Meaning.Name(brand.id(), true)));
    }

    private void add(String word, Meaning meaning) {
      words.add(word);
      meaningOfWord.add(
          numbers.computeIfAbsent(
              meaning,
              fresh -> {
                meanings.add(fresh);
                return meanings.size() - 1;
              }));
    }

    Lexicon build(FoldedWords folding, List<String> tags) {
      List<String> folded = folding.fold(words);
      List<PhraseTrie.Entry> entries = new ArrayList<>(words.size());
      Set<String> lureWords = new HashSet<>();
      Set<String> markers = new HashSet<>();
      for (int i = 0; i < folded.size(); i++) {
        String key = FoldedWords.key(folded.get(i));
        if (!key.isEmpty()) {
          entries.add(new PhraseTrie.Entry(key, folded.get(i).endsWith("*"), meaningOfWord.get(i)));
          collect(key, meanings.get(meaningOfWord.get(i)), lureWords, markers);
        }
      }
      lureWords.removeAll(markers);
      PhraseTrie trie = PhraseTrie.of(entries);
      return new Lexicon(trie, List.copyOf(meanings), tags, Set.copyOf(lureWords));
    }

    private static void collect(
        String key, Meaning meaning, Set<String> lureWords, Set<String> markers) {
      switch (meaning) {
        case Meaning.Marker _ -> FoldedWords.addWords(key, markers);
        case Meaning.Phrase(int _, Concept concept) when tellsBrand(concept) ->
            FoldedWords.addWords(key, lureWords);
        case Meaning.Phrase _, Meaning.Name _ -> {}
      }
    }

    /** Whether words about {@code concept} beside "apple" or "chase" mean the firm. */
    private static boolean tellsBrand(Concept concept) {
      return switch (concept) {
        case SUPPORT_LINE, ACCOUNT_TROUBLE, PAYMENT_METHOD, RENEWAL, CHARGE, ORDER -> true;
        case REFUND,
            UNAUTHORISED_USE,
            BENEFIT,
            DEADLINE,
            CALL_TO_ACTION,
            DISPUTE,
            CANCEL,
            GENERIC_GREETING,
            REFERENCE_LABEL,
            BILLED_PRODUCT,
            LINK_TO_ACTION,
            CREDENTIAL_REQUEST,
            ADVANCE_FEE,
            OPERATIONS,
            CORRESPONDENCE ->
            false;
      };
    }
  }
}
