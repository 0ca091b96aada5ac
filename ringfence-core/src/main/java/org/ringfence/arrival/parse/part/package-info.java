/**
 * The contract between the message parser and the readers of single kinds of attachment.
 *
 * <p>Comes in: the decoded octets of one part. Goes out: surfaces, defects, and parts found inside.
 * Must not happen here: knowing any file format.
 *
 * <p>Start with {@link org.ringfence.arrival.parse.part.AttachmentReader}.
 */
@NullMarked
package org.ringfence.arrival.parse.part;

import org.jspecify.annotations.NullMarked;
