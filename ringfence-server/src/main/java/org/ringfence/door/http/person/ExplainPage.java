package org.ringfence.door.http.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.door.http.web.Pages;
import org.ringfence.effect.educate.Explained;
import org.ringfence.effect.educate.Explaining;
import org.ringfence.knowledge.GuidanceTexts;
import org.ringfence.knowledge.PageText;
import org.ringfence.knowledge.ReportOutcome;
import org.ringfence.report.MailPicture;
import org.ringfence.report.RecipientReport;

/** Explains a mail, and offers three things to tell. */
final class ExplainPage {
  private final PersonParts parts;
  private final Pages pages;

  ExplainPage(PersonParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  PageReply show(Visit visit) {
    Explained told = explained(visit);
    MailPicture picture =
        visit.mail().report().map(RecipientReport::picture).orElse(MailPicture.none());
    Map<String, Object> values = new HashMap<>();
    values.put(
        "reading",
        new Shown(visit.reading(), told.texts().text(PageText.TITLE), "/m/" + visit.token()));
    values.put("told", told);
    values.put("band", visit.mail().report().map(known -> known.band().key()).orElse("unknown"));
    values.put("picture", new PicturedMail(picture, platform(visit), !told.typed().isEmpty()));
    values.put("desk", parts.site().desk().lines(told.texts()));
    values.put("report", visit.path("report"));
    values.put("expected", visit.path("expected"));
    values.put("called", visit.path("called"));
    return pages.page("person/explain.jte", values);
  }

  private static String platform(Visit visit) {
    return visit.mail().report().map(known -> known.advice().platform()).orElse("");
  }

  private static Explained explained(Visit visit) {
    Explaining explaining = new Explaining(visit.reading().guidance());
    return visit
        .mail()
        .report()
        .map(known -> explaining.explain(known.judged(), visit.reading().language()))
        .orElseGet(() -> unknown(visit.reading().texts()));
  }

  /** Where nothing is known of a mail any more, it is to be taken for the worst. */
  private static Explained unknown(GuidanceTexts texts) {
    return new Explained(
        texts,
        texts.reply(ReportOutcome.NOT_JUDGED).verdict(),
        List.of(texts.text(PageText.GENUINE_NOTHING)),
        List.of(texts.text(PageText.TYPED_ALL)),
        List.of(texts.text(PageText.CALL_TEXT)),
        List.of(),
        List.of(
            texts.text(PageText.CHECK_BOOKMARK),
            texts.text(PageText.CHECK_CARD),
            texts.text(PageText.CHECK_ASK)));
  }
}
