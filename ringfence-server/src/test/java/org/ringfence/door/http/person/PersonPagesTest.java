package org.ringfence.door.http.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.ringfence.door.http.person.PersonSite.ANN;
import static org.ringfence.door.http.person.PersonSite.GUIDANCE;
import static org.ringfence.door.http.person.PersonSite.LINKS;
import static org.ringfence.door.http.person.PersonSite.NOW;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.alert.Alert;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Response;
import org.ringfence.custody.Response.Kind;
import org.ringfence.identity.CaseLink;
import org.ringfence.identity.FormToken;
import org.ringfence.knowledge.GuidanceTexts;
import org.ringfence.knowledge.PageText;

/** The pages for recipients as browsers, link scanners and attackers use them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PersonPagesTest {
  private final PersonSite site = new PersonSite();

  @AfterAll
  void close() {
    site.close();
  }

  private CaseId mail(String language) {
    return site.remember(ShownMails.notification(language), "Alert fired: Invoice 4471");
  }

  private static GuidanceTexts texts(String language) {
    return GUIDANCE.in(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void explainPage_isInTheMailsLanguageWithPartsMarked(String language) {
    HttpResponse<String> page =
        site.get(site.page(mail(language)), "Accept-Language", "fr;q=0.9, ja");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<html lang=\"" + language + "\">")
        .contains(Html.escaped(texts(language).text(PageText.VERDICT_PHISHING)))
        .contains(
            Html.escaped(
                texts(language)
                    .fill(PageText.GENUINE_PLATFORM, Map.of("platform", "Lantern Alerts"))))
        .contains(
            Html.escaped(texts(language).hallmark("claim-in-slot").orElseThrow().title()),
            Html.escaped(texts(language).hallmark("number-in-slot").orElseThrow().title()))
        .contains("https://portal.lantern.example", "555-0100")
        .contains("<span class=\"person-platform\">Alert fired: </span>")
        .containsPattern("<mark class=\"person-stranger\">.*Invoice 4471</mark>");
  }

  @Test
  void language_isTheChosenOneThenTheMailsThenTheBrowsers() {
    String page = site.page(mail(""));

    assertThat(site.get(page, "Accept-Language", "xx, de-AT;q=0.8, fr;q=0.5").body())
        .contains("<html lang=\"de\">");
    assertThat(site.get(page + "?lang=it", "Accept-Language", "de").body())
        .contains("<html lang=\"it\">");
    assertThat(site.get(page, "Accept-Language", ";;q=,,x;q=9").body())
        .contains("<html lang=\"en\">");
    assertThat(site.get(page + "?lang=" + "x".repeat(300)).statusCode()).isEqualTo(200);
    assertThat(site.get(site.page(mail("ja"))).body()).contains("<html lang=\"ja\">");
  }

  /** Nobody can tell from the answer whether a link was ever good. */
  @Test
  void foreignExpiredAndBrokenLinks_getOneAnswer() {
    CaseId id = mail("en");
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    String foreign = new CaseLink(otherKey, Duration.ofDays(14)).token(id, ANN, NOW);
    String expired = LINKS.token(id, ANN, NOW.minus(Duration.ofDays(20)));
    String good = LINKS.token(id, ANN, NOW);
    String other = good.replace(good.split("\\.", -1)[1], "Ym9iQGV4YW1wbGUuY29t");
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (String token : List.of(foreign, expired, other, "x", "..", good + "x")) {
      for (String page : List.of("", "/report", "/expected", "/called")) {
        answers.add(site.get("/m/" + token + page));
      }
      answers.add(site.post("/m/" + token + "/report", Map.of("form", "x")));
      answers.add(site.post("/m/" + token + "/called", Map.of("told", "x")));
    }

    assertThat(answers).allMatch(answer -> answer.statusCode() == 404);
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(answers.getFirst().body())
        .contains(Html.escaped(texts("en").text(PageText.INVALID_TEXT)))
        .doesNotContain(id.text());
  }

  /** Link scanners fetch whatever stands in a mail, and what stands on the page behind it. */
  @Test
  void headGetAndPrefetchOfEveryLink_changeNothing() {
    String page = site.page(mail("en"));
    String before = site.everything();
    List<String> links = new ArrayList<>(List.of(page, "/lesson"));
    Html.links(site.get(page).body()).forEach(links::add);

    assertThat(links).hasSizeGreaterThan(8);
    for (String link : links) {
      site.send("HEAD", link, "");
      assertThat(site.get(link, "Purpose", "prefetch", "Sec-Purpose", "prefetch").statusCode())
          .as(link)
          .isEqualTo(200);
      site.send("OPTIONS", link, "");
      site.send("PUT", link, "x");
    }
    assertThat(site.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "expected"})
  void answer_isKeptOnceAndOnlyFromItsOwnForm(String step) {
    CaseId id = mail("en");
    String page = site.page(id) + "/" + step;
    String before = site.everything();
    String form = PersonSite.hidden("form", site.get(page));
    String otherStep = step.equals("report") ? "expected" : "report";
    String foreign = PersonSite.hidden("form", site.get(site.page(id) + "/" + otherStep));
    String otherMail = PersonSite.hidden("form", site.get(site.page(mail("en")) + "/" + step));

    for (String wrong : List.of("", "x", foreign, otherMail, form + "x")) {
      assertThat(site.post(page, Map.of("form", wrong)).statusCode()).isEqualTo(409);
    }
    assertThat(site.everything()).isEqualTo(before);

    assertThat(site.post(page, Map.of("form", form)).statusCode()).isEqualTo(200);
    assertThat(site.responses(id))
        .containsExactly(new Response(id, ANN, Kind.of(step).orElseThrow(), NOW, ""));
    assertThat(site.store.store().audit().list(Optional.empty(), 1).getFirst().entry())
        .extracting(AuditLog.Entry::actor, AuditLog.Entry::action, AuditLog.Entry::subject)
        .containsExactly(ANN, step, id.text());
    assertThat(site.post(page, Map.of("form", form)).body())
        .contains(Html.escaped(texts("en").text(PageText.TOLD_BEFORE)));
    assertThat(site.responses(id)).hasSize(1);
  }

  @Test
  void formThatIsTooOld_isAskedAgain() {
    FormToken forms = new FormToken(new byte[32], Duration.ofHours(4));
    CaseId id = mail("en");
    String token = LINKS.token(id, ANN, NOW);
    String old = forms.seal("report", token + "/report", NOW.minus(Duration.ofHours(5)));

    assertThat(site.post("/m/" + token + "/report", Map.of("form", old)).statusCode())
        .isEqualTo(409);
    assertThat(site.responses(id)).isEmpty();
  }

  /** The dialogue to its end, with the given answers; the last page. */
  private HttpResponse<String> call(String page, Map<String, String> answers) {
    HttpResponse<String> shown = site.get(page);
    for (int i = 0; i < 40 && shown.body().contains("name=\"step\""); i++) {
      String step = PersonSite.hidden("step", shown);
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("told", PersonSite.hidden("told", shown));
      fields.put("step", step);
      fields.put(
          shown.body().contains("name=\"choice\"") ? "choice" : "words",
          answers.getOrDefault(step, shown.body().contains("name=\"choice\"") ? "no" : ""));
      shown = site.post(page, fields);
      assertThat(shown.statusCode()).isEqualTo(200);
    }
    return shown;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void showedTheScreen_alertsAtOnceAndEndsInStepsInOrder(String language) {
    CaseId id = mail(language);
    String page = site.page(id) + "/called?lang=" + language;
    int before = site.alerts.size();
    HttpResponse<String> end =
        call(
            page,
            Map.of(
                "on-the-line", "yes",
                "device", "showed",
                "device-tool", "AnyDesk 4471, see <b>https://evil.example</b>",
                "number", "+1 (808) 555-0142"));

    List<Alert> alerts = site.alerts.subList(before, site.alerts.size());
    assertThat(alerts)
        .extracting(Alert::kind)
        .containsExactly("called", "called-harmed", "called-harmed");
    assertThat(alerts).allMatch(Alert::urgent).allMatch(alert -> alert.about().equals(id.text()));
    assertThat(alerts.getLast().text())
        .contains("Someone could see or use a device", ANN)
        .contains("“AnyDesk 4471, see  b https[:]//evil[.]example /b”")
        .contains("/console/cases/" + id);
    GuidanceTexts words = texts(language);
    String html = end.body();
    assertThat(html).contains(Html.escaped(words.call().step("told").title()));
    List<Integer> places =
        List.of("disconnect", "leave-on", "tell-desk", "mail-password", "no-call-back").stream()
            .map(action -> html.indexOf(Html.escaped(words.call().action(action))))
            .toList();
    assertThat(places).doesNotContain(-1).isSorted();
    assertThat(html).doesNotContain("<b>https").contains("&lt;b&gt;https://evil.example&lt;/b&gt;");
    assertThat(site.responses(id)).hasSize(3).allMatch(one -> one.kind() == Kind.CALLED);
    assertThat(site.responses(id).getLast().answers())
        .contains("\"finished\":true", "\"harms\":[\"device\"]", "AnyDesk 4471");
  }

  @Test
  void onlyTalked_isComfortedAndTheDeskToldSo() {
    CaseId id = mail("en");
    int before = site.alerts.size();
    HttpResponse<String> end = call(site.page(id) + "/called", Map.of());

    assertThat(site.alerts.subList(before, site.alerts.size()))
        .extracting(Alert::kind, Alert::urgent)
        .containsExactly(tuple("called", true), tuple("called-unharmed", false));
    assertThat(end.body()).contains("You only talked.");
  }

  @Test
  void sealedAnswers_cannotBeForgedAndBelongToOneLink() {
    CaseId id = mail("en");
    String page = site.page(id) + "/called";
    String other = PersonSite.hidden("told", site.get(site.page(mail("en")) + "/called"));
    String before = site.everything();

    for (String told : List.of("", "x.y.z", "W10.99999999999.AAAA", other)) {
      Map<String, String> fields = Map.of("told", told, "step", "on-the-line", "choice", "yes");
      assertThat(site.post(page, fields).statusCode()).isEqualTo(409);
    }
    String mine = PersonSite.hidden("told", site.get(page));
    for (Map<String, String> fields :
        List.of(
            Map.of("told", mine),
            Map.of("told", mine, "step", "device", "choice", "showed"),
            Map.of("told", mine, "step", "on-the-line", "choice", "maybe"),
            Map.of("told", mine, "step", "on-the-line", "words", "yes"))) {
      assertThat(PersonSite.hidden("step", site.post(page, fields))).isEqualTo("on-the-line");
    }
    assertThat(site.everything()).isEqualTo(before);
  }

  @Test
  void sameLinkAgainAndAgain_floodsNobody() {
    CaseId id = mail("en");
    int before = site.alerts.size();
    for (int i = 0; i < 30; i++) {
      call(site.page(id) + "/called", Map.of("device", "showed", "note", "word " + i));
    }

    assertThat(site.alerts.size() - before).isLessThanOrEqualTo(12);
    assertThat(site.responses(id)).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void back_leadsToTheQuestionBefore() {
    String page = site.page(mail("en")) + "/called";
    String told = PersonSite.hidden("told", site.get(page));
    HttpResponse<String> second =
        site.post(page, Map.of("told", told, "step", "on-the-line", "choice", "no"));
    assertThat(PersonSite.hidden("step", second)).isEqualTo("device");

    HttpResponse<String> back =
        site.post(page, Map.of("told", PersonSite.hidden("told", second), "back", "1"));
    assertThat(PersonSite.hidden("step", back)).isEqualTo("on-the-line");
  }

  /** Little is remembered of some mail; whoever called is helped all the same. */
  @Test
  void mailThatNobodyRemembers_stillHasItsPageAndItsHelp() {
    CaseId id = CaseId.of(NOW, new byte[10]);
    assertThat(site.get(site.page(id)).body())
        .contains(Html.escaped(texts("en").text(PageText.CALL_TEXT)));
    int before = site.alerts.size();
    call(site.page(id) + "/called", Map.of("card", "yes"));
    assertThat(site.alerts.subList(before, site.alerts.size()))
        .extracting(Alert::kind)
        .contains("called-harmed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</mark></p><img src=x onerror=alert(1)>",
        "\"><svg/onload=alert(1)>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<form action=https://evil.example><button>Sign in</button></form>",
        "<style>*{background:url(https://evil.example/x)}</style>",
        "<a href=\"javascript:alert(1)\">here</a>",
        "<iframe src=https://evil.example></iframe><base href=https://evil.example>",
        "${7*7} #{7*7} @if(true) !{evil} <!-- -->",
        "<textarea><title><noscript><plaintext>",
      })
  void hostileWordsInEveryField_areWordsAlone(String words) {
    CaseId id = site.remember(ShownMails.hostile(words), words);
    HttpResponse<String> page = site.get(site.page(id) + "?lang=en");

    assertThat(page.statusCode()).isEqualTo(200);
    String html = page.body();
    assertThat(html).contains(Html.escaped(words));
    assertThat(Html.tags(html)).isEqualTo(Html.tags(site.get(harmless()).body()));
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
  }

  private String harmless() {
    return site.page(site.remember(ShownMails.hostile("words"), "words")) + "?lang=en";
  }

  @Test
  void lesson_isThereInEveryLanguage() {
    for (String language : GUIDANCE.languages().keySet()) {
      HttpResponse<String> page = site.get("/lesson?lang=" + language);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<html lang=\"" + language + "\">");
      GUIDANCE
          .lesson()
          .screens()
          .forEach(
              screen ->
                  assertThat(page.body())
                      .contains(
                          Html.escaped(GUIDANCE.in(language).screen(screen.id()).question())));
    }
  }

  @Test
  void everyPage_isSmallAndFetchesNothingFromElsewhere() {
    String page = site.page(mail("en"));
    for (String path : List.of(page, page + "/called", page + "/report", "/lesson")) {
      String html = site.get(path).body();
      assertThat(html.length()).isLessThan(100_000);
      assertThat(html)
          .doesNotContain("<script", " style=", "<style")
          .doesNotContainPattern(" on[a-z]+=");
      assertThat(Html.fetched(html)).isNotEmpty().allMatch(address -> address.startsWith("/web/"));
    }
  }
}
