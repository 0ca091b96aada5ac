package org.ringfence.assessment.platform;

import java.util.Locale;
import org.ringfence.knowledge.PlatformTemplate;

/** Makes a {@link Template} ready for matching of one as a profile writes it. */
final class TemplateSyntax {
  private TemplateSyntax() {}

  /**
   * Reads {@code written}.
   *
   * @throws IllegalArgumentException for what is not a template, with a sentence for its author
   */
  static Template read(String written) {
    return new Template(
        PlatformTemplate.of(written).parts().stream().map(TemplateSyntax::part).toList());
  }

  private static Template.Part part(PlatformTemplate.Part part) {
    return switch (part) {
      case PlatformTemplate.Words(String text) -> new Template.Words(Line.words(text));
      case PlatformTemplate.Slot(String name) -> new Template.Typed(name);
      case PlatformTemplate.Value(String name, String type) -> new Template.Value(name, type(type));
    };
  }

  private static ValueType type(String type) {
    return type.indexOf('|') >= 0
        ? ValueType.Choice.of(type)
        : ValueType.Named.valueOf(type.toUpperCase(Locale.ROOT));
  }
}
