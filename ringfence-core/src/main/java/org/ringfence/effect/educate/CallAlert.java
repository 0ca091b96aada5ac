package org.ringfence.effect.educate;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ringfence.knowledge.CallFact;
import org.ringfence.knowledge.DeskAlert;
import org.ringfence.knowledge.Guidance;
import org.ringfence.knowledge.Guidance.AlertWords;
import org.ringfence.knowledge.GuidanceTexts;

/**
 * What the security desk is told when somebody called. One line each, and short: it may go out as a
 * text message.
 *
 * @param alert which alert it is
 * @param subject its subject
 * @param text its text
 * @param urgent whether somebody should act at once
 */
public record CallAlert(DeskAlert alert, String subject, String text, boolean urgent) {
  private static final String NOT_TOLD = "–";

  /**
   * Who called, about which case.
   *
   * @param recipient the address of the person
   * @param number the number of the mail, in E.164; it gives way to the one that the person told
   * @param link where the case is
   */
  public record Caller(String recipient, String number, String link) {}

  /** The alert for {@code report} as far as it is told. */
  public static CallAlert of(Guidance guidance, CallReport report, Caller caller) {
    DeskAlert alert = alert(report);
    AlertWords words = guidance.alert(alert);
    Map<String, String> values = values(guidance.in(ReaderLanguage.ENGLISH), report, caller);
    return new CallAlert(
        alert, words.subject().fill(values), words.text().fill(values), report.isUrgent());
  }

  private static DeskAlert alert(CallReport report) {
    if (!report.harms().isEmpty()) {
      return DeskAlert.CALLED_HARMED;
    }
    return report.isFinished() ? DeskAlert.CALLED_UNHARMED : DeskAlert.CALLED;
  }

  private static Map<String, String> values(
      GuidanceTexts english, CallReport report, Caller caller) {
    Map<String, String> values = new HashMap<>();
    for (CallFact fact : CallFact.values()) {
      String told = report.facts().get(fact);
      values.put(fact.key(), told == null ? NOT_TOLD : english.quoted(told));
    }
    if (!report.facts().containsKey(CallFact.NUMBER)) {
      values.put(CallFact.NUMBER.key(), caller.number());
    }
    values.put("recipient", caller.recipient());
    values.put("link", caller.link());
    values.put(
        "harms",
        report.harms().stream().map(english.call()::harm).collect(Collectors.joining("; ")));
    return values;
  }
}
