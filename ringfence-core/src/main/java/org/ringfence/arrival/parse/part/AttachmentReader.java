package org.ringfence.arrival.parse.part;

/**
 * Reads one kind of attachment.
 *
 * <p>A reader trusts neither the declared media type nor the file name alone: it looks at the first
 * octets too. It may be shared between threads.
 */
public interface AttachmentReader {
  /**
   * Whether this reader is the one for {@code attachment}. Cheap: it looks at the first octets at
   * most.
   */
  boolean accepts(Attachment attachment);

  /**
   * Reads {@code attachment} into {@code out}.
   *
   * <p>What cannot be read is a defect in {@code out}. An exception that escapes is recorded as a
   * defect by the caller; what was added before it stays.
   */
  void read(Attachment attachment, PartSink out);
}
