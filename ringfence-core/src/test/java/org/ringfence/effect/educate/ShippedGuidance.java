package org.ringfence.effect.educate;

import org.ringfence.knowledge.Catalog;
import org.ringfence.knowledge.Checking;
import org.ringfence.knowledge.Guidance;
import org.ringfence.knowledge.KnowledgeFolders;

/** The guidance that Ringfence is shipped with, read once. */
final class ShippedGuidance {
  static final Guidance GUIDANCE = read();

  private ShippedGuidance() {}

  private static Guidance read() {
    KnowledgeFolders shipped = new KnowledgeFolders(KnowledgeFolders.shipped());
    return Guidance.read(shipped, Catalog.read(shipped, Checking.BINDING), Checking.BINDING);
  }
}
