package org.ringfence.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The database below the store: what its two kinds do differently. */
interface Database extends AutoCloseable {
  /** Its name in messages. */
  String name();

  /** Connections that write. */
  Jdbi writing();

  /** Connections that only read. */
  Jdbi reading();

  /** Whether a failure passes by itself, so that the same may be tried again. */
  boolean passes(Throwable failure);

  /** A failure as one sentence for the operator, and the next step. */
  String sentence(Throwable failure);

  /** Remembers by which terms a case is found. */
  void putTerms(Handle handle, long number, List<String> terms);

  /** Forgets the terms of cases. */
  void dropTerms(Handle handle, List<Long> numbers);

  /** The numbers of the cases that have all these terms, newest first. */
  List<Long> search(Handle handle, List<String> terms, Span span, int most);

  /** What is wrong with the database itself, as sentences. */
  List<String> faults(Handle handle);

  @Override
  void close();

  /**
   * A range of numbers.
   *
   * @param from included
   * @param before not included
   */
  record Span(long from, long before) {}
}
