package org.ringfence.effect.act.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringfence.arrival.parse.Entity;
import org.ringfence.effect.act.body.Rewriting.Reason;

/** What a mail client shows first of a message, and whether it may be changed. */
final class Shown {
  private static final Set<String> OPAQUE =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

  private Shown() {}

  /**
   * The texts that a client shows at once: of alternatives every one, of other parts the first
   * plain and the first HTML text, since some clients show one kind only.
   */
  static List<Entity.Leaf> of(Entity entity) {
    return switch (entity) {
      case Entity.Leaf leaf -> isText(leaf) && !leaf.attachment() ? List.of(leaf) : List.of();
      case Entity.Multi multi -> multi(multi);
      case Entity.Attached _, Entity.Doubtful _ -> List.of();
    };
  }

  private static List<Entity.Leaf> multi(Entity.Multi multi) {
    boolean alternative = multi.mediaType().equals("multipart/alternative");
    List<Entity.Leaf> shown = new ArrayList<>();
    Set<String> kinds = new HashSet<>();
    for (Entity part : multi.parts()) {
      List<Entity.Leaf> texts = of(part);
      Set<String> before = alternative ? Set.of() : Set.copyOf(kinds);
      texts.stream().filter(text -> !before.contains(text.mediaType())).forEach(shown::add);
      texts.forEach(text -> kinds.add(text.mediaType()));
    }
    return shown;
  }

  static boolean isText(Entity.Leaf leaf) {
    return leaf.mediaType().equals("text/plain") || leaf.mediaType().equals("text/html");
  }

  /** Why {@code entity} must not be changed; what is attached to it does not count. */
  static Optional<Reason> sealed(Entity entity) {
    return switch (entity) {
      case Entity.Leaf leaf -> leaf(leaf);
      case Entity.Multi multi -> multiSeal(multi);
      case Entity.Attached _ -> Optional.empty();
      case Entity.Doubtful doubtful -> byType(doubtful.mediaType());
    };
  }

  private static Optional<Reason> multiSeal(Entity.Multi multi) {
    return byType(multi.mediaType())
        .or(() -> multi.parts().stream().flatMap(part -> sealed(part).stream()).findFirst());
  }

  private static Optional<Reason> byType(String mediaType) {
    return switch (mediaType) {
      case "multipart/signed" -> Optional.of(Reason.SIGNED);
      case "multipart/encrypted", "application/pgp-encrypted" -> Optional.of(Reason.ENCRYPTED);
      default -> Optional.empty();
    };
  }

  private static Optional<Reason> leaf(Entity.Leaf leaf) {
    if (OPAQUE.contains(leaf.mediaType())) {
      boolean signed = leaf.parameters().getOrDefault("smime-type", "").startsWith("signed");
      return Optional.of(signed ? Reason.SIGNED : Reason.ENCRYPTED);
    }
    if (!leaf.mediaType().equals("text/plain") || leaf.attachment()) {
      return byType(leaf.mediaType());
    }
    String text = leaf.text().text();
    return text.contains("-----BEGIN PGP SIGNED MESSAGE-----")
        ? Optional.of(Reason.SIGNED)
        : text.contains("-----BEGIN PGP MESSAGE-----")
            ? Optional.of(Reason.ENCRYPTED)
            : Optional.empty();
  }
}
