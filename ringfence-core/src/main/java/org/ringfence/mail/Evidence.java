package org.ringfence.mail;

/**
 * Words of the message that support a finding, and where they stand.
 *
 * @param surface the surface that holds them
 * @param span their range in its text
 */
public record Evidence(Surface surface, Span span) {
  public Evidence {
    if (span.end() > surface.text().length()) {
      throw new IllegalArgumentException(
          span + " is outside a surface of " + surface.text().length());
    }
  }

  /** Cheap: a surface's own hash walks over all its links. */
  @Override
  public int hashCode() {
    return 31 * span.hashCode() + surface.place().hashCode();
  }

  /** The words themselves. */
  public String quote() {
    return surface.text().substring(span.start(), span.end());
  }
}
