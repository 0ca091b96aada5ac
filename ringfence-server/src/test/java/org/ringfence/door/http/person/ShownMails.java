package org.ringfence.door.http.person;

import java.util.List;
import java.util.Map;
import org.ringfence.decision.judge.Band;
import org.ringfence.effect.educate.Advice.SafeWay;
import org.ringfence.report.MailPicture;
import org.ringfence.report.MailPicture.Run;
import org.ringfence.report.MailPicture.Text;
import org.ringfence.report.MailPicture.Where;
import org.ringfence.report.RecipientReport;
import org.ringfence.report.RecipientReport.Form;
import org.ringfence.report.RecipientReport.Published;
import org.ringfence.report.RecipientReport.Recognised;
import org.ringfence.report.RecipientReport.Told;

/** Mails as their pages are made of them. */
final class ShownMails {
  private ShownMails() {}

  /** A genuine notification with a stranger's claim in it, in {@code language}. */
  static RecipientReport notification(String language) {
    return report(
        language,
        "Lantern Alerts",
        new MailPicture(
            List.of(
                new Text(Where.SENDER, List.of(new Run("Lantern Alerts", false))),
                new Text(
                    Where.SUBJECT,
                    List.of(new Run("Alert fired: ", false), new Run("Invoice 4471", true))),
                new Text(
                    Where.BODY,
                    List.of(
                        new Run("An alert rule of your account fired.\n\nDescription: ", false),
                        new Run(
                            "389.90 USD was charged for Windows Defender. If this was not you, call"
                                + " our desk at +1 (808) ••••••• within 24 hours.",
                            true),
                        new Run("\nSeverity: 2\nSee all alerts in the portal.", false)))),
            false));
  }

  /** The same with {@code words} wherever a stranger's words can stand. */
  static RecipientReport hostile(String words) {
    return report(
        "en",
        words,
        new MailPicture(
            List.of(
                new Text(Where.SENDER, List.of(new Run(words, true))),
                new Text(Where.SUBJECT, List.of(new Run(words, false), new Run(words, true))),
                new Text(Where.BODY, List.of(new Run(words, true))),
                new Text(Where.ATTACHED, List.of(new Run(words, true)))),
            true));
  }

  private static RecipientReport report(String language, String platform, MailPicture picture) {
    return new RecipientReport(
        Band.CALLBACK_PHISHING,
        Map.of("claim-in-slot", 2.4, "number-in-slot", 1.9, "clock-is-ticking", 0.7),
        new Recognised(Form.NOTIFICATION, "lantern-alerts", true, true),
        "lantern.example",
        false,
        new Told(
            language,
            platform,
            List.of(new SafeWay(platform, "https://portal.lantern.example", "Look.")),
            List.of(new Published(platform, "+18085550142"))),
        picture);
  }
}
