package org.ringfence.cli.show;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;

/**
 * The words of a mail with their meaning laid over them: what the platform wrote, what a customer
 * of it typed, what is evidence and for which hallmark.
 *
 * @param hallmarks the present hallmarks, those that weigh most first; passages count them from 1
 * @param surfaces the surfaces in reading order
 */
public record Marking(List<Finding.Present> hallmarks, List<MarkedSurface> surfaces) {
  /** A hostile mail may repeat a phrase without end; marking each would show nothing more. */
  private static final int MOST_PLACES = 200;

  private static final int UNMARKED = 1_600;

  private record Layer(Span span, int hallmark, String slot, boolean number) {}

  public Marking {
    hallmarks = List.copyOf(hallmarks);
    surfaces = List.copyOf(surfaces);
  }

  /** Lays the findings of {@code record} over its message. */
  public static Marking of(CaseRecord record) {
    List<Finding.Present> ranked = new ArrayList<>(record.present());
    ranked.sort(
        Comparator.comparingDouble(
            finding -> -Math.abs(record.verdict().contribution(finding.hallmark()))));
    IdentityHashMap<Surface, List<Layer>> layers = layers(record, ranked);
    List<MarkedSurface> surfaces =
        record.message().surfaces().stream()
            .filter(surface -> !surface.text().isBlank())
            .map(surface -> cut(surface, layers.getOrDefault(surface, List.of())))
            .toList();
    return new Marking(ranked, surfaces);
  }

  /** By identity: two surfaces with the same words in the same place are still two. */
  private static IdentityHashMap<Surface, List<Layer>> layers(
      CaseRecord record, List<Finding.Present> ranked) {
    IdentityHashMap<Surface, List<Layer>> layers = new IdentityHashMap<>();
    for (int i = 0; i < ranked.size(); i++) {
      for (Evidence evidence : ranked.get(i).evidence()) {
        add(layers, evidence, new Layer(evidence.span(), i + 1, "", false));
      }
    }
    record
        .numbers()
        .forEach(
            number ->
                add(layers, number.evidence(), new Layer(number.evidence().span(), 0, "", true)));
    if (record.recognition() instanceof Recognition.Notification notification) {
      notification
          .slots()
          .forEach(
              slot ->
                  add(
                      layers,
                      slot.evidence(),
                      new Layer(slot.evidence().span(), 0, slot.name(), false)));
    }
    return layers;
  }

  private static void add(
      IdentityHashMap<Surface, List<Layer>> layers, Evidence evidence, Layer layer) {
    List<Layer> ofSurface = layers.computeIfAbsent(evidence.surface(), _ -> new ArrayList<>());
    if (ofSurface.size() < MOST_PLACES && layer.span().length() > 0) {
      ofSurface.add(layer);
    }
  }

  private static MarkedSurface cut(Surface surface, List<Layer> layers) {
    TreeSet<Integer> edges = new TreeSet<>(List.of(0, surface.text().length()));
    for (Layer layer : layers) {
      edges.add(layer.span().start());
      edges.add(layer.span().end());
    }
    List<Passage> passages = new ArrayList<>();
    int start = 0;
    for (int end : edges) {
      if (end > start) {
        passages.add(passage(surface, new Span(start, end), layers));
        start = end;
      }
    }
    return new MarkedSurface(surface, passages);
  }

  private static Passage passage(Surface surface, Span span, List<Layer> layers) {
    List<Layer> over = layers.stream().filter(layer -> layer.span().contains(span)).toList();
    List<Integer> hallmarks =
        over.stream().map(Layer::hallmark).filter(h -> h > 0).distinct().sorted().toList();
    String slot = over.stream().map(Layer::slot).filter(s -> !s.isEmpty()).findFirst().orElse("");
    boolean number = over.stream().anyMatch(Layer::number);
    String words =
        Defanged.of(VisibleText.block(surface.text().substring(span.start(), span.end())));
    boolean marked = number || !hallmarks.isEmpty();
    return new Passage(marked ? words : shortened(words), slot, hallmarks, number);
  }

  /** Leaves out the middle of long text that is evidence for nothing. */
  private static String shortened(String words) {
    if (words.length() <= UNMARKED) {
      return words;
    }
    int head = words.offsetByCodePoints(0, UNMARKED / 2);
    int tail = words.offsetByCodePoints(words.length(), -UNMARKED / 2);
    if (tail <= head) {
      return words;
    }
    return words.substring(0, head)
        + " […"
        + (tail - head)
        + " characters left out…] "
        + words.substring(tail);
  }
}
