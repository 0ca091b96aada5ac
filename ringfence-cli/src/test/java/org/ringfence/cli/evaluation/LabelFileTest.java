package org.ringfence.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LabelFileTest {
  @Test
  void columns_mayStandInAnyOrderAndOthersAreLeftAlone() {
    List<Label> labels =
        LabelFile.read(
            "labels.tsv",
            List.of("label\tnote\tpath\tlanguage", "callback\tx\tb.eml\tpt", "ham\ty\ta.eml\t"));
    assertThat(labels)
        .containsExactly(
            new Label("a.eml", "ham", "", "", ""), new Label("b.eml", "callback", "", "", "pt"));
    assertThat(labels.get(1).isPositive()).isTrue();
  }

  @Test
  void missingColumn_isNamedWithTheColumnsThereMayBe() {
    assertThatThrownBy(() -> LabelFile.read("labels.tsv", List.of("file\tlabel")))
        .isInstanceOf(LabelFile.WrongLabels.class)
        .hasMessageStartingWith("labels.tsv:1: there is no column \"path\".");
  }

  @Test
  void missingLabel_isNamedWithItsLine() {
    assertThatThrownBy(() -> LabelFile.read("l.tsv", List.of("path\tlabel", "", "a.eml")))
        .hasMessageStartingWith("l.tsv:3: path or label is missing.");
  }

  @Test
  void pathLabelledTwice_isRefused() {
    assertThatThrownBy(
            () -> LabelFile.read("l.tsv", List.of("path\tlabel", "a\tham", "a\tcallback")))
        .hasMessageStartingWith("l.tsv:3: this path was labelled before.");
  }

  @Test
  void emptyFile_saysWhatTheFirstLineMustBe() {
    assertThatThrownBy(() -> LabelFile.read("l.tsv", List.of()))
        .hasMessageContaining("The first line names the columns");
  }
}
