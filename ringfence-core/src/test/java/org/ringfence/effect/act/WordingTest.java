package org.ringfence.effect.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringfence.assessment.platform.IdentityCheck;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.effect.act.body.Warning;
import org.ringfence.effect.educate.Advice;
import org.ringfence.effect.educate.Advice.SafeWay;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.Catalog;
import org.ringfence.knowledge.Checking;
import org.ringfence.knowledge.KnowledgeFolders;
import org.ringfence.knowledge.Notices;
import org.ringfence.mail.Octets;

final class WordingTest {
  private static final KnowledgeFolders SHIPPED = new KnowledgeFolders(KnowledgeFolders.shipped());
  private static final CaseRecord ANY =
      new EditCase(BodyEdits.ALLOWED).record(Octets.of(new byte[] {'x'}));

  private final Wording wording =
      new Wording(
          Notices.read(SHIPPED, Catalog.read(SHIPPED, Checking.BINDING), Checking.BINDING), "");

  private static Advice advice(String language) {
    return new Advice(
        language,
        "Azure Monitor",
        List.of(new SafeWay("Azure Monitor", "https://portal.azure.com", "Look there.")),
        List.of(),
        List.of("PayPal"));
  }

  private Warning warning(Recognition recognition) {
    CaseRecord record =
        new CaseRecord(
            ANY.message(),
            ANY.authenticated(),
            ANY.path(),
            recognition,
            Optional.empty(),
            List.of(),
            List.of(),
            ANY.verdict(),
            advice("en"),
            ANY.elapsed());
    return wording.warning(
        record, List.of("Ask the desk."), Optional.of("https://ringfence.example/m/x"));
  }

  @Test
  void warning_saysTheSitesWordsAndWhereToLook() {
    assertThat(warning(new Recognition.LookAlike("azure-monitor", "sent by another")).lines())
        .containsExactly(
            "Ask the desk.",
            "This mail looks like one from Azure Monitor. It did not come from there.",
            "Look it up yourself. Azure Monitor: type https://portal.azure.com into your browser"
                + " and sign in there.");
  }

  @Test
  void mail_isCalledGenuineOnlyWhereThatIsProven() {
    String genuine = "Azure Monitor really sent this mail. That does not make its words true.";
    assertThat(
            warning(
                    new Recognition.UnknownForm(
                        "azure-monitor", new IdentityCheck.Proven("microsoft.com signed it")))
                .lines())
        .contains(genuine);
    assertThat(
            warning(new Recognition.Notification("azure-monitor", "alert", Map.of(), List.of()))
                .lines())
        .doesNotContain(genuine)
        .contains("Nobody has checked the words of this mail, or who wrote them.");
  }

  @Test
  void remark_namesABrandOnlyWhereItsNumbersAreKnown() {
    assertThat(wording.remark(advice("en"), "+18085550142"))
        .contains("not a number that PayPal publishes");
    assertThat(wording.remark(advice("de"), "5550142")).contains("Nummer eines Fremden");
    assertThat(wording.remark(new Advice("", List.of(), List.of()), "+18085550142"))
        .contains("a stranger's number");
  }

  @Test
  void page_isLinkedInTheWordsOfTheWarningsLanguage() {
    assertThat(warning(new Recognition.Unrecognised()).link())
        .contains(
            new Warning.Link(
                "What is wrong with this mail, and help if you have called already",
                "https://ringfence.example/m/x"));
  }
}
