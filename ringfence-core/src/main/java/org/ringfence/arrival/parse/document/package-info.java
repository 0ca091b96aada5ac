/**
 * Readers of documents: PDF, OOXML, OpenDocument, RTF, the older Office files, SVG.
 *
 * <p>Comes in: one attachment that is a document. Goes out: its text as surfaces, its pictures and
 * HTML as nested parts. Must not happen here: running anything the document carries (scripts,
 * macros, actions, external references), touching a file or the network, outliving the deadline.
 *
 * <p>Start with {@link org.ringfence.arrival.parse.document.PdfReader}.
 */
@NullMarked
package org.ringfence.arrival.parse.document;

import org.jspecify.annotations.NullMarked;
