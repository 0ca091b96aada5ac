package org.ringfence.door.http;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.Custody;
import org.ringfence.door.http.token.Tokens;
import org.ringfence.operation.Meters;
import org.ringfence.reception.Reception;

/**
 * What the API is about.
 *
 * @param reception judges
 * @param care what is kept and remembered
 * @param house the configuration that counts now
 * @param watch what is measured
 * @param tokens who may ask for what
 * @param clock the time of day
 */
public record HttpParts(
    Reception reception, Care care, House house, Watch watch, Tokens tokens, InstantSource clock) {

  /** What is kept, remembered, and written down about those who looked. */
  public record Care(Custody custody, CaseBook book, AuditLog audit) {}

  /**
   * The configuration that counts now.
   *
   * @param titles the titles of hallmarks, by their ids
   * @param rules the mail flow rules, in their order
   * @param reload reads everything again
   * @param readiness the parts without which mail could not be served, each asked anew
   */
  public record House(
      UnaryOperator<String> titles,
      Supplier<List<RuleState>> rules,
      Reload reload,
      Supplier<List<Part>> readiness) {}

  /**
   * What is measured.
   *
   * @param meters counts requests
   * @param page all metrics in Prometheus' text format
   */
  public record Watch(Meters meters, Supplier<String> page) {}

  /**
   * A part of the house.
   *
   * @param name its name, such as "store"
   * @param problem one sentence about what is wrong with it, and the next step; empty where nothing
   *     is
   */
  public record Part(String name, String problem) {
    /** Whether it works. */
    public boolean isReady() {
      return problem.isEmpty();
    }
  }

  /** Reads the configuration again: rules, knowledge and most settings, all of it or nothing. */
  @FunctionalInterface
  public interface Reload {
    /** What is wrong with it, a sentence for each; nothing where it counts from now on. */
    List<String> reload();
  }
}
