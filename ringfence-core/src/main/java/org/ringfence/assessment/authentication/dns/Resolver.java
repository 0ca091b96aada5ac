package org.ringfence.assessment.authentication.dns;

/**
 * Asks the DNS. A port: implementations cache, bound their time and never throw for what a server
 * answers. May be shared between threads.
 */
public interface Resolver {
  /** The types that authentication needs. */
  enum Type {
    TXT,
    A,
    AAAA,
    MX,
    PTR
  }

  /** Asks for the records of {@code type} at {@code name}, a name without the final dot. */
  Answer ask(String name, Type type);
}
