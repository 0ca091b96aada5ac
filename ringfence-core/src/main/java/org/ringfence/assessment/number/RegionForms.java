package org.ringfence.assessment.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ringfence.knowledge.Numbering;

/** The forms of some regions, likeliest region first, by their number of digits. */
final class RegionForms {
  /** E.164 has fifteen digits; national prefixes add at most two. */
  static final int MOST_DIGITS = 17;

  private final List<String> regions;
  private final List<List<NumberForm>> byLength;
  private final List<NumberForm> vanity;

  RegionForms(Numbering numbering, List<String> regions) {
    this.regions = List.copyOf(regions);
    List<Numbering.Region> chosen =
        regions.stream()
            .flatMap(code -> numbering.regions().stream().filter(r -> r.code().equals(code)))
            .toList();
    byLength = byLength(chosen.stream().flatMap(RegionForms::numeric).toList());
    vanity =
        chosen.stream()
            .flatMap(
                r -> r.vanityForms().stream().map(f -> NumberForm.of(r.code(), f, false, false)))
            .toList();
  }

  /** The regions, likeliest first. */
  List<String> regions() {
    return regions;
  }

  /** The forms of {@code digits} digits. */
  List<NumberForm> ofLength(int digits) {
    return digits <= MOST_DIGITS ? byLength.get(digits) : List.of();
  }

  /** The forms that end in letters. */
  List<NumberForm> vanity() {
    return vanity;
  }

  private static Stream<NumberForm> numeric(Numbering.Region region) {
    return Stream.concat(
        region.shortForms().stream()
            .map(s -> NumberForm.of(region.code(), s.form(), true, s.onlyWhenAsked())),
        region.forms().stream().map(f -> NumberForm.of(region.code(), f, false, false)));
  }

  private static List<List<NumberForm>> byLength(List<NumberForm> forms) {
    List<List<NumberForm>> table = new ArrayList<>();
    for (int length = 0; length <= MOST_DIGITS; length++) {
      int wanted = length;
      table.add(forms.stream().filter(f -> f.pattern().length() == wanted).toList());
    }
    return List.copyOf(table);
  }
}
