package org.ringfence.arrival.parse.document;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.ringfence.mail.Octets;

/** The octets of a document as PDFBox wants them; every block read passes the budget. */
final class PdfSource implements RandomAccessRead {
  private static final int READS_BETWEEN_CHECKS = 4096;

  private final byte[] bytes;
  private final PdfBudget budget;
  private int position;
  private int reads;
  private boolean closed;

  PdfSource(Octets octets, PdfBudget budget) {
    this.bytes = octets.toByteArray();
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    if (++reads % READS_BETWEEN_CHECKS == 0) {
      budget.check();
    }
    return position < bytes.length ? bytes[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    budget.check();
    if (position >= bytes.length) {
      return -1;
    }
    int count = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, into, offset, count);
    position += count;
    return count;
  }

  @Override
  public long getPosition() {
    return position;
  }

  @Override
  public void seek(long to) throws IOException {
    if (to < 0) {
      throw new IOException("A reference points before the start of the document.");
    }
    position = (int) Math.min(to, bytes.length);
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isEOF() {
    return position >= bytes.length;
  }

  @Override
  public RandomAccessReadView createView(long start, long length) {
    return new RandomAccessReadView(this, start, length);
  }

  @Override
  public void close() {
    closed = true;
  }
}
