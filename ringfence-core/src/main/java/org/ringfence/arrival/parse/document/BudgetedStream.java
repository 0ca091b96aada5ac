package org.ringfence.arrival.parse.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.ringfence.arrival.parse.part.PartSink;

/** Unpacked octets, each block taken from the message's budget before it is given out. */
final class BudgetedStream extends FilterInputStream {
  private final PartSink out;
  private long left;

  /** At most {@code most} octets of {@code in}. */
  BudgetedStream(InputStream in, long most, PartSink out) {
    super(in);
    this.left = most;
    this.out = out;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    if (count > 0) {
      left -= count;
      if (left < 0 || !out.unpack(count) || out.deadline().isOver()) {
        throw new OverBudget("An archive unpacks to more than may be read.");
      }
    }
    return count;
  }
}
