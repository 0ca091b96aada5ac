package org.ringfence.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringfence.custody.Keep;
import org.ringfence.custody.Standing;
import org.ringfence.custody.Standing.Purpose;
import org.ringfence.effect.act.Disposition;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.act.Ruling;
import org.ringfence.effect.act.SmtpReply;
import org.ringfence.effect.act.Wishes;
import org.ringfence.knowledge.PolicyAction.Hold.End;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Octets;
import org.ringfence.reception.Handover.Ability;
import org.ringfence.reception.Judged.Ruled;

final class PartingTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final SmtpReply NO = new SmtpReply(550, "5.7.1", "No.");
  private static final Ruled ANNA = ruled("anna@example.org", new Disposition.Deliver());
  private static final Ruled BEN_QUARANTINED =
      ruled("ben@example.org", new Disposition.Quarantine("desk"));

  private static Ruled ruled(String recipient, Disposition disposition) {
    return new Ruled(Ruling.of(List.of(recipient), disposition), marked(recipient));
  }

  private static MessageEdits marked(String word) {
    return new MessageEdits(List.of(), List.of(new HeaderEdit.Add("X-Mark", word)));
  }

  private static Handover handover(Ability ability, boolean whole) {
    return new Handover(
        new Handover.Door("test", ability),
        "",
        Arrival.ofFile(Octets.empty()),
        new HeaderSection(List.of()),
        whole);
  }

  private static Parting.Parted part(Ability ability, boolean whole, boolean there, Ruled... all) {
    return new Parting(handover(ability, whole), there, true, NOW).of(List.of(all));
  }

  private static Parting.Parted part(Ability ability, Ruled... all) {
    return part(ability, true, false, all);
  }

  private static Answer.Part delivered(Ruled one) {
    return new Answer.Part(one.ruling().recipients(), new Answer.Deliver(one.edits()));
  }

  private static Answer.Part taken(Ruled one) {
    return new Answer.Part(one.ruling().recipients(), new Answer.Taken());
  }

  private static Keep kept(Ruled one, Standing standing) {
    return new Keep(one.ruling().recipients().getFirst(), standing, one.edits());
  }

  private static Standing sending(String to) {
    return new Standing.Waiting(to, Purpose.DELIVERY, NOW, 0);
  }

  @Test
  void recipientsWithDifferentFates_eachGetTheirs() {
    Parting.Parted parted = part(Ability.ONE_FORM, ANNA, BEN_QUARANTINED);

    assertThat(parted.parts()).containsExactly(delivered(ANNA), taken(BEN_QUARANTINED));
    assertThat(parted.keeps())
        .containsExactly(kept(BEN_QUARANTINED, new Standing.Quarantined("desk")));
  }

  @Test
  void secondForm_isSentByUsWhereTheDoorHasButOne() {
    Ruled ben = ruled("ben@example.org", new Disposition.Deliver());

    Parting.Parted oneForm = part(Ability.ONE_FORM, ANNA, ben);
    assertThat(oneForm.parts()).containsExactly(delivered(ANNA), taken(ben));
    assertThat(oneForm.keeps()).containsExactly(kept(ben, sending("ben@example.org")));

    assertThat(part(Ability.ONE_ANSWER, ANNA, ben))
        .isEqualTo(new Parting.Parted(List.of(delivered(ANNA), delivered(ben)), List.of()));
  }

  /** Otherwise the second form would wait for a next hop that there is not. */
  @Test
  void secondForm_whereNobodySendsIt_isTheOneThatTellsMostForAll() {
    Ruled ben = ruled("ben@example.org", new Disposition.Deliver());
    MessageEdits tagged = ben.edits().with(List.of(new HeaderEdit.Add("X-Tag", "yes")));
    MessageEdits warned =
        new MessageEdits(List.of(), List.of(), List.of(), Optional.of(Octets.empty()));

    for (MessageEdits most : List.of(tagged, warned)) {
      Parting.Parted parted =
          new Parting(handover(Ability.ONE_FORM, true), false, false, NOW)
              .of(List.of(ANNA, new Ruled(ben.ruling(), most), BEN_QUARANTINED));
      assertThat(parted.parts())
          .extracting(Answer.Part::step)
          .containsExactly(new Answer.Deliver(most), new Answer.Deliver(most), new Answer.Taken());
      assertThat(parted.keeps())
          .containsExactly(kept(BEN_QUARANTINED, new Standing.Quarantined("desk")));
    }
  }

  @Test
  void sameForm_goesThroughTheDoorForAll() {
    Ruled ben =
        new Ruled(Ruling.of(List.of("ben@example.org"), new Disposition.Deliver()), ANNA.edits());

    assertThat(part(Ability.ONE_FORM, ANNA, ben).keeps()).isEmpty();
  }

  @Test
  void recipientWhoIsNamedTwice_isKeptForOnce() {
    Ruled twice =
        new Ruled(
            Ruling.of(
                List.of("ben@example.org", "ben@example.org"), new Disposition.Quarantine("desk")),
            BEN_QUARANTINED.edits());

    assertThat(part(Ability.ONE_ANSWER, twice).keeps())
        .containsExactly(kept(BEN_QUARANTINED, new Standing.Quarantined("desk")));
  }

  @Test
  void refusalForAll_isOneAndForSomeIsKept() {
    Ruled refused = ruled("ben@example.org", new Disposition.Reject(NO));

    assertThat(part(Ability.ONE_ANSWER, refused).parts())
        .containsExactly(new Answer.Part(List.of("ben@example.org"), new Answer.Refuse(NO)));
    Parting.Parted some = part(Ability.ONE_ANSWER, ANNA, refused);
    assertThat(some.parts()).containsExactly(delivered(ANNA), taken(refused));
    assertThat(some.keeps().getFirst().standing()).isInstanceOf(Standing.Quarantined.class);
    assertThat(part(Ability.EACH, ANNA, refused).parts().getLast().step())
        .isEqualTo(new Answer.Refuse(NO));
  }

  @Test
  void heldAndRedirectedMail_isKeptWithWhatThen() {
    Ruled held =
        ruled("ben@example.org", new Disposition.Hold("wait", Duration.ofHours(4), End.QUARANTINE));
    Ruled redirected = ruled("eve@example.org", new Disposition.Redirect("soc@example.org"));

    assertThat(part(Ability.EACH, held, redirected).keeps())
        .containsExactly(
            kept(held, new Standing.Held("wait", NOW.plus(Duration.ofHours(4)), End.QUARANTINE)),
            kept(redirected, sending("soc@example.org")));
  }

  @Test
  void copy_isMarkedAndSentOnce() {
    Wishes copied =
        new Wishes(List.of(), List.of(), List.of(), Optional.empty(), List.of("soc@example.org"));
    Ruling one =
        new Ruling(List.of("anna@example.org"), new Disposition.Deliver(), copied, List.of());
    Ruling two =
        new Ruling(List.of("ben@example.org"), new Disposition.Deliver(), copied, List.of());

    assertThat(part(Ability.EACH, new Ruled(one, marked("a")), new Ruled(two, marked("b"))).keeps())
        .containsExactly(new Keep("soc@example.org", sending("soc@example.org"), marked("a")));
  }

  @Test
  void mailServersHoldQueue_isUsedForAllOrNobody() {
    assertThat(part(Ability.ONE_FORM, true, true, BEN_QUARANTINED).parts().getFirst().step())
        .isEqualTo(new Answer.HoldThere("desk", BEN_QUARANTINED.edits()));
    assertThat(part(Ability.ONE_FORM, true, true, ANNA, BEN_QUARANTINED).keeps()).hasSize(1);
    assertThat(part(Ability.ONE_ANSWER, true, true, BEN_QUARANTINED).keeps()).hasSize(1);
  }

  /** What was not read to its end could never be given back as it came. */
  @Test
  void messageThatIsNotWhole_isNeverKept() {
    Parting.Parted parted = part(Ability.ONE_FORM, false, false, BEN_QUARANTINED);

    assertThat(parted.keeps()).isEmpty();
    assertThat(parted.parts().getFirst().step()).isInstanceOf(Answer.HoldThere.class);
  }
}
