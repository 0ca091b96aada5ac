package org.ringfence.cli.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringfence.cli.show.SampleCase;
import org.ringfence.cli.show.Titles;

final class ExplainPageTest {
  private static final String PAGE =
      ExplainPage.of("in<box>/1.eml", SampleCase.alert(), Titles.plain());

  @Test
  void wordsOfTheMail_areNeverMarkupNorLinks() {
    assertThat(PAGE)
        .doesNotContain("<script", "http://", "https://", "<box>", "\u001b", "\u200B")
        .contains("&lt;script&gt;", "https[:]//portal.example", "⟨U+001B⟩[2J");
  }

  @Test
  void slotAndScaffold_areSetApart() {
    assertThat(PAGE)
        .contains("<span class=\"scaffold\">Your Azure Monitor alert was triggered")
        .contains("<span class=\"slot\" title=\"typed by a customer: description\">");
  }

  @Test
  void evidence_isMarkedAndLeadsToItsHallmark() {
    assertThat(PAGE)
        .contains(
            "<mark class=\"words\">If you did not authorize this, call<a href=\"#hallmark-2\"")
        .contains("<li id=\"hallmark-2\">");
  }

  @Test
  void everyLink_leadsToAPlaceThatIsThere() {
    var links = java.util.regex.Pattern.compile("href=\"#([^\"]+)\"").matcher(PAGE);
    while (links.find()) {
      assertThat(PAGE).contains(" id=\"" + links.group(1) + "\"");
    }
  }

  @Test
  void notAssessedAndDefects_areSaid() {
    assertThat(PAGE).contains("A picture was not read.", "The charset is unknown");
  }
}
