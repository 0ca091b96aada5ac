package org.ringfence.effect.act;

import java.util.List;
import java.util.Optional;
import org.ringfence.knowledge.PolicyAction.DisarmNumber;

/**
 * What a site wants changed in a message besides the marks that every message gets.
 *
 * @param fields header fields that go on top
 * @param subjectTags words in front of the subject, the first rule's first
 * @param banners warnings above the text, the first rule's first
 * @param disarm how the numbers are made harder to call; the strictest that was asked for
 * @param copies to whom a copy goes, its subject and body as they came
 */
public record Wishes(
    List<HeaderEdit.Add> fields,
    List<String> subjectTags,
    List<String> banners,
    Optional<DisarmNumber.How> disarm,
    List<String> copies) {
  public Wishes {
    fields = List.copyOf(fields);
    subjectTags = List.copyOf(subjectTags);
    banners = List.copyOf(banners);
    copies = List.copyOf(copies);
  }

  /** Nothing is wanted. */
  public static Wishes none() {
    return new Wishes(List.of(), List.of(), List.of(), Optional.empty(), List.of());
  }
}
