package org.ringfence.assessment.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Mailbox;
import org.ringfence.mail.Message;
import org.ringfence.mail.Place;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** Whatever a customer types into a cell or a plain text, a number in it is in a slot. */
class SlotTest {
  private static final PlatformReader READER = new PlatformReader(Profiles.all());
  private static final String NUMBER = "+1 (808) 555-0142";

  /** Words of the template, and what could be taken for its structure. */
  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.of(
            "Summary",
            "Alert name",
            "Threshold",
            "Subscription",
            "Custom properties",
            "Privacy Statement",
            "View the alert in Azure Monitor >",
            "You're receiving this notification as a member of the ",
            " action group.",
            " on vm1 ( a/b ) at 9:14",
            "Fired:Sev2 Azure Monitor Alert ",
            "\u2028",
            "\u202e",
            " ",
            ": ",
            "7c1f0a52-3e0b-4c0e-9f6d-2b8f5d1e4a90")
        .list()
        .ofMaxSize(8)
        .map(words -> String.join("", words));
  }

  @Property(tries = 2_000)
  void numberInACell_isInASlot(@ForAll("typed") String before, @ForAll("typed") String after) {
    String words = before + NUMBER + after;
    String body =
        "Microsoft Azure\n\nView the alert in Azure Monitor >\nSummary\nAlert name\t"
            + words
            + "\nSeverity\tSev2\nDescription\t"
            + words
            + "\nMonitoring service\tPlatform\nThreshold\t"
            + words
            + "\nYou're receiving this notification as a member of the "
            + words
            + " action group.\nPrivacy Statement\n";

    assertNumberInSlots(words, new Surface(SurfaceKind.VISIBLE_HTML, Place.part("1"), body));
  }

  @Property(tries = 2_000)
  void numberInPlainText_isInASlot(@ForAll("typed") String before, @ForAll("typed") String after) {
    String words = (before + NUMBER + after).replace('\u2028', '\n');
    String body =
        "Microsoft Azure\nView the alert in Azure Monitor >\nSummary\nAlert name  x\n"
            + "Monitoring service  Platform\nDescription  "
            + words
            + "\nPrivacy Statement\n";

    assertNumberInSlots(words, new Surface(SurfaceKind.PLAIN_TEXT, Place.part("1"), body));
  }

  private static void assertNumberInSlots(String words, Surface body) {
    Surface subject =
        new Surface(
            SurfaceKind.SUBJECT,
            Place.header("Subject"),
            "Fired:Sev2 Azure Monitor Alert %s on vm1 ( microsoft.compute/virtualmachines ) at 9:14"
                .formatted(words.replace('\n', ' ')));
    Recognition read = READER.read(message(subject, body));

    assertThat(read).isInstanceOf(Recognition.Notification.class);
    Recognition.Notification notification = (Recognition.Notification) read;
    for (Surface surface : List.of(subject, body)) {
      int at = surface.text().indexOf(NUMBER);
      for (; at >= 0; at = surface.text().indexOf(NUMBER, at + 1)) {
        Evidence number = new Evidence(surface, new Span(at, at + NUMBER.length()));
        assertThat(notification.slots())
            .anyMatch(
                slot ->
                    slot.evidence().surface().equals(number.surface())
                        && slot.evidence().span().contains(number.span()));
      }
    }
  }

  private static Message message(Surface... surfaces) {
    Mailbox author = new Mailbox("Microsoft Azure", "azure-noreply@microsoft.com");
    return new Message(
        new HeaderSection(List.of()),
        new Addressing(List.of(author), List.of(), List.of(), List.of(), List.of()),
        List.of(surfaces),
        List.of());
  }
}
