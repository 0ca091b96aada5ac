package org.ringfence.effect.act;

/**
 * Whether a site has bodies changed.
 *
 * <p>A changed body breaks the DKIM signature of whoever wrote the mail; so does a tag in front of
 * the subject, and a new header field does not. Whoever checks signatures behind Ringfence, such as
 * a mailing list or a second filter, wants {@link #HEADERS_ONLY}.
 */
public enum BodyEdits {
  /** Bodies are changed where an enforced rule asks for it, and nowhere else. */
  ALLOWED,
  /** No body is changed, whatever a rule asks for; a header field says so. */
  HEADERS_ONLY
}
