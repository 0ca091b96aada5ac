package org.ringfence.effect.educate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.knowledge.DeskAlert;

class CallAlertTest {
  private static final CallAlert.Caller INES =
      new CallAlert.Caller("ines@contoso.example", "+18085550142", "https://console.example/c/1");

  private final Dialogue dialogue = new Dialogue(ShippedGuidance.GUIDANCE.dialogue());

  @Test
  void callOfWhichNothingMoreIsKnown_isUrgent() {
    CallAlert alert = alert(List.of());

    assertThat(alert.alert()).isEqualTo(DeskAlert.CALLED);
    assertThat(alert.urgent()).isTrue();
    assertThat(alert.subject()).isEqualTo("Urgent: someone called +18085550142");
    assertThat(alert.text()).contains("ines@contoso.example", "https://console.example/c/1");
  }

  @Test
  void callWithAHarm_saysWhatHappenedAndQuotesWhatWasTold() {
    CallAlert alert =
        alert(
            List.of(
                new Answer.Chosen("on-the-line", List.of("no")),
                new Answer.Chosen("device", List.of("showed")),
                new Answer.Read("device-now"),
                new Answer.Told("device-tool", "AnyDesk\r\n{link}")));

    assertThat(alert.alert()).isEqualTo(DeskAlert.CALLED_HARMED);
    assertThat(alert.urgent()).isTrue();
    assertThat(alert.text())
        .contains("What happened: Someone could see or use a device.")
        .contains("Program: “AnyDesk  {link}”.")
        .contains("Bank: –.")
        .doesNotContain("\n");
  }

  @Test
  void callWithoutAnyHarm_isNotUrgent() {
    CallAlert alert =
        alert(
            List.of(
                new Answer.Chosen("on-the-line", List.of("no")),
                new Answer.Chosen("device", List.of("no")),
                new Answer.Chosen("card", List.of("no")),
                new Answer.Chosen("password", List.of("no")),
                new Answer.Chosen("paid", List.of("no")),
                new Answer.Told("number", "0808 555 0199"),
                new Answer.Told("time", ""),
                new Answer.Told("note", "")));

    assertThat(alert.alert()).isEqualTo(DeskAlert.CALLED_UNHARMED);
    assertThat(alert.urgent()).isFalse();
    assertThat(alert.subject()).contains("“0808 555 0199”");
  }

  private CallAlert alert(List<Answer> answers) {
    return CallAlert.of(ShippedGuidance.GUIDANCE, dialogue.replay(answers), INES);
  }
}
