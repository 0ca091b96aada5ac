package org.ringfence.effect.act.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarningBlockTest {
  private static final String ADDRESS = "https://ringfence.example/m/" + "A1b2.".repeat(60);
  private static final Warning WARNING =
      new Warning(
          "en",
          "Do not call.",
          List.of("Ask the desk."),
          Optional.of(new Warning.Link("What is wrong with it", ADDRESS)));

  @Test
  void link_isTheOnlyOneOfTheBlock() {
    String html = new WarningBlock(WARNING, "\r\n").html();

    assertThat(html).containsOnlyOnce("<a ").contains("<a href=\"" + ADDRESS + "\"");
    assertThat(html.lines()).allMatch(line -> line.length() < 900);
  }

  @Test
  void linkInText_standsWholeOnALineOfItsOwn() {
    assertThat(new WarningBlock(WARNING, "\n").plain().lines())
        .contains("What is wrong with it", ADDRESS);
  }

  @Test
  void addressThatWouldEndTheAttribute_doesNot() {
    Warning hostile =
        new Warning("en", "x", List.of(), Optional.of(new Warning.Link("y", "z\"><script>")));

    assertThat(new WarningBlock(hostile, "\n").html()).doesNotContain("<script", "\"><s");
  }
}
