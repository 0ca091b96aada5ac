package org.ringfence.cli;

import java.util.concurrent.Callable;
import org.ringfence.assessment.tenant.TenantStanding;
import org.ringfence.cli.mailbox.Found;
import org.ringfence.cli.show.VerifyText;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.report.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: shows, step by step, whether a platform's notification is the site's own. */
@Command(
    name = "verify",
    header = "Finds out, step by step, whether a platform's notification is your own.",
    description = {
      "",
      "Says who sent a mail and by which road, which words a customer of the platform typed, which"
          + " customer that is, what your inventory and the platform itself say of it, and how you"
          + " check without the mail. The mail's own links and numbers are never used.",
      ""
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  it is yours: the platform has it, with these words",
      "  1  it is not yours, or not with these words, or the platform knows nothing of it",
      "  2  the mail could not be read, or an option is wrong",
      "  3  it could not be told, and the reason is said",
      "",
      "Examples:",
      "  ringfence verify alert.eml --inventory inventory.csv",
      "  ringfence verify alert.eml --inventory inventory.csv --ledger ledger.sqlite \\",
      "    --azure-tenant GUID --azure-client GUID --azure-secret-file secret.txt"
    })
final class VerifyCommand implements Callable<Integer> {
  private static final int CANNOT_TELL = 3;

  private final Console console;
  private final Assembly assembly;

  @Mixin SiteOptions site = new SiteOptions();
  @Mixin EnvelopeOptions envelope = new EnvelopeOptions();

  @Parameters(paramLabel = "FILE|-", description = "The mail; - is standard input.")
  String named = "-";

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "text for people, or one JSON object (ringfence schema verification).")
  ScanCommand.Format format = ScanCommand.Format.TEXT;

  @Mixin ColourOption colour = new ColourOption();

  VerifyCommand(Console console, Assembly assembly) {
    this.console = console;
    this.assembly = assembly;
  }

  @Override
  public Integer call() {
    Found found = FirstMail.of(named, console);
    Assembly.Assembled assembled = assembly.assemble(site);
    Judged.Case one =
        FirstMail.judged(found, assembled.judge().compose(envelope.given(site.authentication)));
    console
        .out()
        .println(
            switch (format) {
              case TEXT ->
                  new VerifyText(colour.pen(console), assembled.titles())
                      .of(one.name(), one.record());
              case JSON ->
                  new Json().line(Verification.of(one.name(), one.record(), assembled.titles()));
            });
    return code(one.record());
  }

  private static int code(CaseRecord record) {
    return record
        .tenant()
        .map(TenantStanding::standing)
        .map(VerifyCommand::code)
        .orElse(CANNOT_TELL);
  }

  private static int code(TenantStanding.Standing standing) {
    return switch (standing) {
      case CONFIRMED_OURS -> ExitCodes.CLEAR;
      case OURS_TEXT_DIFFERS, NOT_OURS, NOT_FOUND -> ExitCodes.FOUND;
      case UNKNOWN -> CANNOT_TELL;
    };
  }
}
