package org.ringfence.assessment.lure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.arrival.fold.FoldedMessage;
import org.ringfence.arrival.fold.FoldedSurface;
import org.ringfence.arrival.fold.Folding;
import org.ringfence.knowledge.Brand;
import org.ringfence.knowledge.CurrencySigns;
import org.ringfence.knowledge.LureVocabulary;
import org.ringfence.mail.SurfaceKind;

/**
 * Finds what a message talks about. Immutable and safe for use by several threads; building one
 * folds and sorts the whole vocabulary, so build it once.
 *
 * <p>Nothing is thrown for any text; time is linear in it, and what is kept of one surface is
 * bounded ({@value SurfaceScan#MOST} phrases and names, {@value AmountReader#MOST} amounts).
 */
public final class LureReader {
  private final Lexicon lexicon;
  private final BrandReader brands;
  private final AmountReader amounts;

  /** A reader for these words, folded by the folding that mail goes through. */
  public LureReader(
      List<LureVocabulary> vocabularies,
      List<Brand> brands,
      List<CurrencySigns> currencies,
      Folding folding) {
    FoldedWords folded = new FoldedWords(folding);
    this.lexicon = Lexicon.of(vocabularies, brands, folded);
    this.brands = new BrandReader(lexicon.lureWords());
    this.amounts = new AmountReader(currencies, folded);
  }

  /** What every surface of {@code message} talks about, and the language of most of it. */
  public Lures read(FoldedMessage message) {
    List<SurfaceLures> surfaces = message.surfaces().stream().map(this::read).toList();
    return new Lures(language(surfaces), surfaces);
  }

  /** What one surface talks about. */
  public SurfaceLures read(FoldedSurface surface) {
    SurfaceScan scan = SurfaceScan.of(lexicon, surface.text());
    String language = scan.language();
    return new SurfaceLures(
        surface,
        language,
        scan.phrases(language),
        amounts.read(surface),
        brands.read(surface, scan.names()));
  }

  /** Hidden text has no say: it is where an attacker would put another language. */
  private static String language(List<SurfaceLures> surfaces) {
    Map<String, Integer> lengths = new HashMap<>();
    String longest = "";
    for (SurfaceLures surface : surfaces) {
      if (surface.language().isEmpty()
          || surface.surface().surface().kind() == SurfaceKind.HIDDEN_HTML) {
        continue;
      }
      int length =
          lengths.merge(surface.language(), surface.surface().text().length(), Integer::sum);
      longest = length > lengths.getOrDefault(longest, 0) ? surface.language() : longest;
    }
    return longest;
  }
}
