package org.ringfence.cli;

/**
 * A command that cannot go on because of what the operator gave it. The message is the sentence
 * that the operator reads: what is wrong, where, and the next step.
 */
final class CommandFailure extends RuntimeException {
  CommandFailure(String sentence) {
    super(sentence);
  }

  CommandFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
