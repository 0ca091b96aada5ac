package org.ringfence.effect.act;

/** A change of one header field. */
public sealed interface HeaderEdit {
  /**
   * A field goes on top of the header section.
   *
   * @param name its name
   * @param body its body, unfolded; a door writes it through the header writer
   */
  record Add(String name, String body) implements HeaderEdit {}

  /**
   * A field gets another body, where it stands.
   *
   * @param name its name, as written
   * @param occurrence which of the fields of that name as they were received, 1 for the topmost
   * @param body its new body, unfolded; a door writes it through the header writer
   */
  record Change(String name, int occurrence, String body) implements HeaderEdit {}

  /**
   * A field goes away.
   *
   * @param name its name, as written
   * @param occurrence which of the fields of that name as they were received, 1 for the topmost
   */
  record Remove(String name, int occurrence) implements HeaderEdit {}
}
