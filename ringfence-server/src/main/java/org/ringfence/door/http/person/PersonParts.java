package org.ringfence.door.http.person;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.ringfence.alert.Alerts;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Responses;
import org.ringfence.effect.educate.DeskContact;
import org.ringfence.identity.CaseLink;
import org.ringfence.identity.FormToken;
import org.ringfence.knowledge.Guidance;

/**
 * What the pages for recipients are about.
 *
 * @param keys reads links and seals forms
 * @param records what is remembered
 * @param site whose pages they are
 * @param alerts where the security desk is told
 * @param clock the time of day
 */
public record PersonParts(
    Keys keys, Records records, Site site, Alerts alerts, InstantSource clock) {

  /** Reads links and seals forms. */
  public record Keys(CaseLink links, FormToken forms) {}

  /** What is remembered. */
  public record Records(CaseBook book, Responses responses, AuditLog audit) {}

  /**
   * Whose pages they are.
   *
   * @param guidance the texts that count now
   * @param desk how people reach the security desk
   * @param regions where the site's people are (ISO 3166-1)
   * @param cases where the security desk looks at a case
   */
  public record Site(
      Supplier<Guidance> guidance, DeskContact desk, List<String> regions, CaseAddress cases) {
    public Site {
      regions = List.copyOf(regions);
    }
  }

  /** Where the security desk looks at a case. */
  @FunctionalInterface
  public interface CaseAddress {
    /** The address of a case. */
    String of(CaseId id);
  }
}
