package org.ringfence.mail;

/**
 * A hyperlink of a surface.
 *
 * @param text the span of the surface's text that shows it; empty span where nothing is shown
 * @param target the address as written, white space and control characters removed
 */
public record Link(Span text, String target) {}
