package org.ringfence.cli.show;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.arrival.fold.Disguise;
import org.ringfence.assessment.authentication.source.Authenticated;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.assessment.path.DeliveryPath;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.assessment.platform.Slot;
import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Explanation;
import org.ringfence.decision.judge.Verdict;
import org.ringfence.effect.educate.Advice;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Mailbox;
import org.ringfence.mail.Message;
import org.ringfence.mail.ParseDefect;
import org.ringfence.mail.Place;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * A case as the flow makes it of an alert whose description a scammer typed, put together by hand.
 */
public final class SampleCase {
  private static final String TYPED =
      "Your account was billed 389.90 USD for Windows Defender. If you did not authorize this,"
          + " call +1 (8\u200B08) 555-01\u206042 within 24 hours.";
  private static final Surface SUBJECT =
      new Surface(
          SurfaceKind.SUBJECT,
          Place.header("Subject"),
          "Fired:Sev4 Azure Monitor Alert Billing notice on vault");
  private static final Surface BODY =
      new Surface(
          SurfaceKind.VISIBLE_HTML,
          Place.part("1.2"),
          "Your Azure Monitor alert was triggered\nAlert rule description\t"
              + TYPED
              + "\nSee more at https://portal.example/<script>alert(1)</script>\u001b[2J\n");
  private static final Surface HIDDEN =
      new Surface(SurfaceKind.HIDDEN_HTML, Place.part("1.2"), "preview \u034F \u200C ".repeat(50));

  private SampleCase() {}

  /** The case. */
  public static CaseRecord alert() {
    return new CaseRecord(
        message(),
        Authenticated.notAssessed("Authentication is off."),
        path(),
        recognition(),
        Optional.empty(),
        numbers(),
        findings(),
        verdict(),
        new Advice("", List.of(), List.of()),
        Duration.ofMillis(7));
  }

  private static DeliveryPath path() {
    return new DeliveryPath(
        new DeliveryPath.Road.Redistributed("relay7.hosted.example", false),
        List.of(
            new DeliveryPath.Circumstance(
                DeliveryPath.Kind.REWRITTEN_ENVELOPE_SENDER,
                "The envelope sender is “a+SRS=b=c@relay7.hosted.example”, which a forwarder has"
                    + " rewritten (+srs=).",
                Optional.of("relay7.hosted.example"))),
        false);
  }

  private static Message message() {
    Mailbox author = new Mailbox("Microsoft Azure", "azure-noreply@microsoft.com");
    return new Message(
        new HeaderSection(List.of()),
        new Addressing(List.of(author), List.of(), List.of(), List.of(), List.of()),
        List.of(SUBJECT, BODY, HIDDEN),
        List.of(
            new ParseDefect(
                ParseDefect.Kind.CHARSET,
                Place.part("1.1"),
                "The charset is unknown; UTF-8 was assumed.")));
  }

  private static Recognition recognition() {
    return new Recognition.Notification(
        "azure-monitor",
        "alert-fired",
        Map.of("severity", "4"),
        List.of(
            new Slot("rule-name", evidence(SUBJECT, "Billing notice")),
            new Slot("description", evidence(BODY, TYPED))));
  }

  private static List<CallbackNumber> numbers() {
    return List.of(
        new CallbackNumber(
            evidence(BODY, "+1 (8\u200B08) 555-01\u206042"),
            0,
            17,
            "+18085550142",
            "US",
            CallbackNumber.LineType.FIXED_LINE_OR_MOBILE,
            Set.of(Disguise.INVISIBLE_CHARACTERS),
            true));
  }

  private static List<Finding> findings() {
    return List.of(
        new Finding.Present(
            "number-in-slot", List.of(evidence(BODY, "+1 (8\u200B08) 555-01\u206042"))),
        new Finding.Present(
            "dispute-by-phone", List.of(evidence(BODY, "If you did not authorize this, call"))),
        new Finding.Present(
            "claim-in-slot",
            List.of(evidence(SUBJECT, "Billing notice"), evidence(BODY, "billed 389.90 USD"))),
        new Finding.Absent("public-mailbox-as-firm"),
        new Finding.NotAssessed("lure-outside-text", "A picture was not read."));
  }

  private static Verdict verdict() {
    Explanation words =
        Explanation.sum(
            "The words as a whole",
            List.of(Explanation.leaf(0.6, "\"authorize\""), Explanation.leaf(-0.1, "\"alert\"")));
    Explanation whole =
        Explanation.sum(
            "Log-odds of callback phishing",
            List.of(
                Explanation.leaf(-3.5, "Before anything is read"),
                Explanation.leaf(3.2, "A telephone number in words a customer typed"),
                Explanation.leaf(1.9, "The reader is to call to object"),
                Explanation.leaf(1.4, "A claim of money in words a customer typed"),
                words));
    return new Verdict(
        Band.CALLBACK_PHISHING,
        0.97,
        Map.of("number-in-slot", 3.2, "dispute-by-phone", 1.9, "claim-in-slot", 1.4),
        whole);
  }

  private static Evidence evidence(Surface surface, String words) {
    int start = surface.text().indexOf(words);
    return new Evidence(surface, new Span(start, start + words.length()));
  }
}
