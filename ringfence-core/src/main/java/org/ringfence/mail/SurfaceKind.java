package org.ringfence.mail;

/** Where a reader, or a phone, meets text. */
public enum SurfaceKind {
  /** The Subject field. */
  SUBJECT,
  /** A display name of From, Sender, Reply-To, To or Cc. */
  DISPLAY_NAME,
  /** A text/plain part, or another text part shown as it stands. */
  PLAIN_TEXT,
  /** What a reader sees of a text/html part. */
  VISIBLE_HTML,
  /** What a text/html part holds but does not show: the reader never sees it, filters do. */
  HIDDEN_HTML,
  /** Text of a calendar object (RFC 5545): summary, description, location. */
  CALENDAR,
  /** The text layer of a PDF. */
  PDF,
  /** Text of an office document. */
  OFFICE,
  /** Text recognised in a picture, or in a page that is one. */
  IMAGE,
  /** The content of a QR code. */
  QR,
  /** The name of an attachment. */
  FILE_NAME,
  /** The target of a {@code tel:} link (RFC 3966): what the phone dials when it is touched. */
  TEL_LINK
}
