package org.ringfence.arrival.fold;

import java.util.List;
import org.ringfence.mail.Message;
import org.ringfence.mail.Surface;

/**
 * Folds surfaces to what a person reads, in one pass from left to right.
 *
 * <p>Safe for use by several threads. Time and memory are linear in the text: a character folds to
 * at most {@value CharacterFolding#LONGEST} units. Nothing is thrown for any text; a lone surrogate
 * folds to U+FFFD.
 */
public final class Folding {
  private final CharacterFolding characters = new CharacterFolding();
  private final LookAlikes lookAlikes = new LookAlikes();

  /** Folds every surface of {@code message}. */
  public FoldedMessage fold(Message message) {
    List<FoldedSurface> surfaces = message.surfaces().stream().map(this::fold).toList();
    return new FoldedMessage(message, surfaces);
  }

  /** Folds one surface. */
  public FoldedSurface fold(Surface surface) {
    return new FoldingPass(surface, characters, lookAlikes).run();
  }
}
