package org.ringfence.arrival.parse.document;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.ringfence.mail.Deadline;

/**
 * What one call into PDFBox may use.
 *
 * <p>PDFBox decodes whole streams to memory and heeds no interrupt. It does come back for more
 * input, though, and for every operator of a page; there it is stopped when the time is up or when
 * its thread has allocated too much. Allocation bounds what is alive from above. PDFBox swallows
 * some exceptions and reads on, so the excess is remembered here as well.
 */
final class PdfBudget {
  private static final long MOST_ALLOCATED = 128L << 20;

  private final Deadline deadline;
  private final ThreadMXBean threads;
  private volatile boolean exceeded;
  private long allocatedBefore;

  PdfBudget(Deadline deadline) {
    this.deadline = deadline;
    this.threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  }

  /** Begins a new call, on the thread that makes it. */
  void begin() {
    exceeded = false;
    allocatedBefore = threads.getCurrentThreadAllocatedBytes();
  }

  /** Ends the call by an exception when it has used up its budget. */
  void check() throws OverBudget {
    if (deadline.isOver() || Thread.currentThread().isInterrupted()) {
      throw exceeded("The time for reading was up.");
    }
    if (threads.getCurrentThreadAllocatedBytes() - allocatedBefore > MOST_ALLOCATED) {
      throw exceeded("The document asks for too much memory.");
    }
  }

  /** The exception that ends a call over its budget; the budget remembers it. */
  OverBudget exceeded(String message) {
    exceeded = true;
    return new OverBudget(message);
  }

  /** Remembers an excess that is passed over instead of ending the call. */
  void exceed() {
    exceeded = true;
  }

  /** Whether the call since {@link #begin} has been over its budget. */
  boolean wasExceeded() {
    return exceeded;
  }
}
