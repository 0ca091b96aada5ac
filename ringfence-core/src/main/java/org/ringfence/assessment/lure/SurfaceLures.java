package org.ringfence.assessment.lure;

import java.util.List;
import org.ringfence.arrival.fold.FoldedSurface;

/**
 * What one surface talks about.
 *
 * @param surface the surface, folded
 * @param language the language it is written in (BCP 47), empty where it cannot be told
 * @param hits phrases found, by start
 * @param amounts sums of money, by start
 * @param brands brands named, by start
 */
public record SurfaceLures(
    FoldedSurface surface,
    String language,
    List<ConceptHit> hits,
    List<Amount> amounts,
    List<BrandMention> brands) {
  public SurfaceLures {
    hits = List.copyOf(hits);
    amounts = List.copyOf(amounts);
    brands = List.copyOf(brands);
  }
}
