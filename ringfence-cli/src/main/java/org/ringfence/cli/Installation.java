package org.ringfence.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.ringfence.assessment.authentication.source.AuthenticationSource;
import org.ringfence.assessment.tenant.PlatformRecords;
import org.ringfence.assessment.tenant.TenantReader;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.flow.MailFlow;
import org.ringfence.knowledge.Catalog;
import org.ringfence.mail.Admd;
import org.ringfence.mail.Arrival;
import org.ringfence.report.CaseReport;
import org.ringfence.report.Json;

/**
 * The judgement of an installation for another program than the command, such as a benchmark: its
 * own knowledge, nothing configured, text recognition off.
 */
public final class Installation {
  private final Catalog catalog;
  private final MailFlow.Steps steps;

  private Installation(Catalog catalog, MailFlow.Steps steps) {
    this.catalog = catalog;
    this.steps = steps;
  }

  /**
   * Loads the installation at {@code root}, the folder that holds {@code knowledge}.
   *
   * @throws RuntimeException where its knowledge cannot be used; the message says why
   */
  public static Installation at(Path root) {
    KnowledgeFolder folder = new KnowledgeFolder(root.resolve("knowledge"));
    SiteOptions options = new SiteOptions();
    options.ocr = SiteOptions.Ocr.OFF;
    Catalog catalog = Wiring.catalog(folder);
    return new Installation(
        catalog, Wiring.steps(catalog, Wiring.model(folder), options, List.of()));
  }

  /** The steps, one by one. */
  public MailFlow.Steps steps() {
    return steps;
  }

  /** The same steps, with {@code records} to ask whose a notification is. */
  public MailFlow.Steps steps(List<PlatformRecords> records) {
    return steps.asking(new TenantReader(catalog.platforms(), records));
  }

  /**
   * From a mail to the line that {@code scan --format json} prints of it.
   *
   * @param authentication who is asked who sent it
   */
  public Function<Arrival, String> scan(AuthenticationSource authentication) {
    MailFlow flow =
        new MailFlow(steps.authenticating(authentication), Admd.unconfigured(), System::nanoTime);
    CatalogTitles titles = new CatalogTitles(catalog);
    Json json = new Json();
    return arrival -> {
      CaseRecord record = flow.judge(arrival);
      return json.line("file", "-", CaseReport.of(record, titles::hallmark));
    };
  }
}
