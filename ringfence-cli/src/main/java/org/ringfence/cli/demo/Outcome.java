package org.ringfence.cli.demo;

import java.util.List;

/**
 * What became of a mail.
 *
 * @param mail the mail
 * @param id of its case
 * @param verdict such as "callback-phishing"
 * @param score the probability of callback phishing, 0 to 1
 * @param why the title of the hallmark that weighs most; empty where nothing was found
 * @param parts for each recipient
 */
public record Outcome(
    DemoMail mail, String id, String verdict, double score, String why, List<Part> parts) {
  public Outcome {
    parts = List.copyOf(parts);
  }

  /**
   * What became of it for one recipient.
   *
   * @param what in words
   * @param rules the rules that led to it
   */
  public record Part(String recipient, String what, List<String> rules) {
    public Part {
      rules = List.copyOf(rules);
    }
  }

  /** Whether there is nothing to say but that it was delivered. */
  boolean isPlain() {
    return parts.size() == 1 && why.isEmpty() && parts.getFirst().what().equals("delivered");
  }

  /** Whether this became of it for one of its recipients. */
  public boolean is(String what) {
    return parts.stream().anyMatch(part -> part.what().startsWith(what));
  }
}
