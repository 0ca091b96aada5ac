package org.ringfence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.store.Mails.NOW;
import static org.ringfence.store.Mails.QUARANTINED;
import static org.ringfence.store.Mails.entry;
import static org.ringfence.store.Mails.held;
import static org.ringfence.store.Mails.id;
import static org.ringfence.store.Mails.keep;
import static org.ringfence.store.Mails.mail;
import static org.ringfence.store.Mails.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseBook.Query;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody.Kept;
import org.ringfence.custody.Custody.Wanted;
import org.ringfence.custody.Keep;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Response;
import org.ringfence.custody.Responses;
import org.ringfence.custody.Standing;
import org.ringfence.custody.Statistics.Sighting;

/** What a store promises, whatever keeps it. */
abstract class StoreContract {
  private static final Duration DAY = Duration.ofDays(1);

  final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  private Store store;

  /** An empty store of this kind, or the same again. */
  abstract StoreSettings settings();

  @BeforeEach
  void open() {
    store = reopened();
  }

  private Store reopened() {
    return Store.open(settings(), Optional.empty(), Retention.standard(), clock::get);
  }

  @AfterEach
  void close() {
    store.close();
  }

  final Store store() {
    return store;
  }

  final CaseId take(String words, Keep... keeps) {
    CaseId id = id(clock.get());
    store.custody().take(mail(id, words, keeps), entry(id, words, "callback-phishing"));
    return id;
  }

  private List<Kept> all() {
    return store.custody().list(new Wanted(List.of(), Optional.empty(), Optional.empty(), 100));
  }

  private Kept only() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  private void remember(CaseEntry... entries) {
    List.of(entries).forEach(store.cases()::record);
    settle();
  }

  /** All that was to be remembered before is remembered when this returns. */
  private void settle() {
    store.close();
    store = reopened();
  }

  @Test
  void takenMail_comesBackOctetForOctetAfterARestart() {
    CaseId id = id(NOW);
    KeptMail mail =
        mail(id, "déjà 😀", keep("ann@example.com", QUARANTINED), keep("b@x.example", held(NOW)));
    CaseEntry entry = entry(id, "déjà 😀 \u0000 \ud83d", "callback-phishing");
    store.custody().take(mail, entry);
    settle();
    KeptMail back = store.custody().mail(id).orElseThrow();
    assertThat(back.arrival().octets()).isEqualTo(mail.arrival().octets());
    assertThat(back.arrival().client()).isEqualTo(mail.arrival().client());
    assertThat(back).isEqualTo(mail);
    assertThat(store.cases().find(id).orElseThrow().receipt()).isEqualTo(entry.receipt());
    assertThat(store.cases().find(id).orElseThrow().fates()).isEqualTo(entry.fates());
  }

  @Test
  void sameId_isTakenOnce() {
    CaseId id = id(NOW);
    store.custody().take(mail(id, "one", keep("a@b.c", QUARANTINED)), entry(id, "one", "clear"));
    store.custody().take(mail(id, "two", keep("a@b.c", QUARANTINED)), entry(id, "two", "clear"));
    assertThat(store.cases().find(id).orElseThrow().summary().subject()).isEqualTo("one");
    assertThat(all()).hasSize(1);
  }

  @Test
  void unknownMail_isNotThere() {
    assertThat(store.custody().mail(id(NOW))).isEmpty();
    assertThat(store.cases().find(id(NOW))).isEmpty();
  }

  @Test
  void mailThatComesAgain_isKeptOnceAndFoundByBothNames() {
    CaseId first = take("same", keep("a@b.c", QUARANTINED));
    clock.set(NOW.plus(Duration.ofHours(5)));
    CaseId second = take("same", keep("a@b.c", QUARANTINED));
    assertThat(all()).hasSize(1);
    assertThat(store.cases().find(second)).isPresent();
    assertThat(store.custody().mail(second).orElseThrow().arrival())
        .isEqualTo(store.custody().mail(first).orElseThrow().arrival());
  }

  @Test
  void mailThatComesAgainLater_orAfterADecision_orForOthers_isKeptAnew() {
    take("same", keep("a@b.c", QUARANTINED));
    clock.set(NOW.plus(DAY));
    take("same", keep("a@b.c", QUARANTINED));
    assertThat(all()).hasSize(2);
    take("same", keep("x@b.c", QUARANTINED));
    assertThat(all()).hasSize(3);
    all().forEach(kept -> store.custody().move(kept, new Standing.Deleted(NOW), "ann"));
    take("same", keep("a@b.c", QUARANTINED));
    assertThat(all()).hasSize(4);
  }

  @Test
  void deliveriesThatComeAgain_areDeliveredAgain() {
    take("same", keep("a@b.c", waiting(NOW)));
    take("same", keep("a@b.c", waiting(NOW)));
    assertThat(all()).hasSize(2);
  }

  @Test
  void move_movesWhatStillStandsThere() {
    take("m", keep("a@b.c", QUARANTINED));
    Kept kept = only();
    assertThat(store.custody().move(kept, waiting(NOW), "ann")).isTrue();
    assertThat(store.custody().move(kept, new Standing.Deleted(NOW), "ben")).isFalse();
    assertThat(only().standing()).isEqualTo(waiting(NOW));
  }

  @Test
  void move_concernsOneRecipient() {
    take("m", keep("a@b.c", QUARANTINED), keep("x@b.c", QUARANTINED));
    Kept first = all().getFirst();
    store.custody().move(first, new Standing.Sent(NOW), AuditLog.RINGFENCE);
    assertThat(all())
        .extracting(kept -> kept.standing().key())
        .containsExactly("sent", "quarantined");
  }

  @Test
  void twoKeepsOfOneRecipient_moveOneByOne() {
    take("m", keep("a@b.c", QUARANTINED), keep("a@b.c", QUARANTINED));
    Kept kept = all().getFirst();
    assertThat(store.custody().move(kept, waiting(NOW), "ann")).isTrue();
    assertThat(store.custody().move(kept, waiting(NOW), "ann")).isTrue();
    assertThat(store.custody().move(kept, waiting(NOW), "ann")).isFalse();
  }

  @Test
  void personsMove_isInTheAuditLog_ourOwnIsNot() {
    CaseId id = take("m", keep("a@b.c", QUARANTINED));
    store.custody().move(only(), waiting(NOW), "ann");
    store.custody().move(only(), new Standing.Sent(NOW), AuditLog.RINGFENCE);
    assertThat(store.audit().list(Optional.empty(), 10))
        .extracting(AuditLog.Numbered::entry)
        .containsExactly(
            new AuditLog.Entry(
                Instant.ofEpochMilli(NOW.toEpochMilli()),
                "ann",
                "release",
                id.text(),
                "a@b.c: quarantined to waiting"));
  }

  @Test
  void due_isWhatWaitsAndWhatWasHeldTooLong_oldestFirst() {
    take("later", keep("a@b.c", waiting(NOW.plusMillis(2))));
    take("second", keep("a@b.c", waiting(NOW.minusMillis(1))));
    take("first", keep("a@b.c", held(NOW.minusMillis(2))), keep("x@b.c", QUARANTINED));
    assertThat(store.custody().due(NOW, 10))
        .extracting(kept -> kept.entry().summary().subject())
        .containsExactly("first", "second");
    assertThat(store.custody().due(NOW, 1)).hasSize(1);
    assertThat(store.custody().due(NOW.plusSeconds(1), 10)).hasSize(3);
  }

  @Test
  void held_isWhatIsNotDue_theLongestUnaskedFirst() {
    take("one", keep("a@b.c", held(NOW.plusSeconds(9))));
    clock.set(NOW.plusSeconds(1));
    take("two", keep("a@b.c", held(NOW.plusSeconds(9))));
    take("over", keep("a@b.c", held(NOW)));
    clock.set(NOW.plusSeconds(2));
    Kept asked = store.custody().held(clock.get(), 1).getFirst();
    assertThat(asked.entry().summary().subject()).isEqualTo("one");
    assertThat(store.custody().move(asked, asked.standing(), AuditLog.RINGFENCE)).isTrue();
    assertThat(store.custody().held(clock.get(), 10))
        .extracting(kept -> kept.entry().summary().subject())
        .containsExactly("two", "one");
  }

  @Test
  void list_isByStandingAndRecipient_newestFirst() {
    CaseId one = take("one", keep("Ann@b.c", QUARANTINED));
    clock.set(NOW.plusSeconds(1));
    CaseId two = take("two", keep("ann@b.c", held(NOW)), keep("x@b.c", QUARANTINED));
    Optional<CaseId> all = Optional.empty();
    assertThat(store.custody().list(new Wanted(List.of("quarantined"), Optional.empty(), all, 10)))
        .extracting(kept -> kept.entry().id())
        .containsExactly(two, one);
    assertThat(store.custody().list(new Wanted(List.of(), Optional.of("ann@b.c"), all, 10)))
        .extracting(Kept::recipient)
        .containsExactly("ann@b.c", "Ann@b.c");
    assertThat(
            store
                .custody()
                .list(
                    new Wanted(
                        List.of("held", "sent"), Optional.of("ann@b.c"), Optional.of(two), 10)))
        .isEmpty();
  }

  @Test
  void pagesOfTheList_cutNoCase() {
    for (int i = 0; i < 5; i++) {
      clock.set(NOW.plusSeconds(i));
      take("m" + i, keep("a@b.c", QUARANTINED), keep("b@b.c", QUARANTINED));
    }
    List<Kept> first =
        store.custody().list(new Wanted(List.of(), Optional.empty(), Optional.empty(), 3));
    assertThat(first).hasSize(4);
    List<Kept> second =
        store
            .custody()
            .list(
                new Wanted(
                    List.of(), Optional.empty(), Optional.of(first.getLast().entry().id()), 100));
    assertThat(second).hasSize(6);
  }

  @Test
  void recover_letsDeliveriesWaitAgain_andReleasesBeLookedAt() {
    take("d", keep("a@b.c", new Standing.Sending("a@b.c", Standing.Purpose.DELIVERY, 3)));
    take("r", keep("b@b.c", new Standing.Sending("b@b.c", Standing.Purpose.RELEASE, 1)));
    take("q", keep("c@b.c", QUARANTINED));
    settle();
    store.custody().recover(NOW);
    assertThat(all())
        .extracting(Kept::standing)
        .satisfiesExactlyInAnyOrder(
            standing -> assertThat(standing).isEqualTo(QUARANTINED),
            standing ->
                assertThat(standing)
                    .isEqualTo(new Standing.Waiting("a@b.c", Standing.Purpose.DELIVERY, NOW, 3)),
            standing -> assertThat(standing).isInstanceOf(Standing.Refused.class));
  }

  @Test
  void search_findsByWordsAndFacts() {
    CaseId one = id(NOW);
    CaseId two = id(NOW.plusSeconds(1));
    remember(
        entry(one, "Invoice Überweisung 4411", "callback-phishing"),
        entry(two, "Holiday party", "clear"));
    assertThat(found(words("invoice"))).containsExactly(one);
    assertThat(found(words("ÜBERWEISUNG"))).containsExactly(one);
    assertThat(found(words("uberweisung invoice"))).containsExactly(one);
    assertThat(found(words("invoice party"))).isEmpty();
    assertThat(found(words("bob@example.com"))).containsExactly(two, one);
    assertThat(found(words("18085550143"))).containsExactly(two, one);
    assertThat(found(words("verdict:clear"))).isEmpty();
    assertThat(found(words("\"' OR * NEAR( ;-- "))).isEmpty();
    assertThat(found(words("?!"))).isEmpty();
    assertThat(found(facts("clear", "", "", "", ""))).containsExactly(two);
    assertThat(found(facts("", "azure-monitor", "not-ours", "+18085550142", "number-in-slot")))
        .containsExactly(two, one);
    assertThat(found(facts("", "", "ours", "", ""))).isEmpty();
  }

  @Test
  void search_isByKeyAndTime() {
    List<CaseId> ids = List.of(id(NOW), id(NOW), id(NOW.plusSeconds(1)), id(NOW.plusSeconds(2)));
    remember(ids.stream().map(id -> entry(id, "m", "clear")).toArray(CaseEntry[]::new));
    assertThat(found(Query.newest(2))).containsExactly(ids.get(3), ids.get(2));
    for (String word : List.of("", "m")) {
      assertThat(found(page(word, Optional.of(ids.get(2)), 10)))
          .containsExactly(ids.get(1), ids.get(0));
      assertThat(found(page(word, Optional.of(ids.get(1)), 10))).containsExactly(ids.get(0));
      assertThat(found(page(word, Optional.of(id(NOW.plusMillis(500))), 10)))
          .containsExactly(ids.get(1), ids.get(0));
      assertThat(
              found(
                  new Query(
                      word,
                      "",
                      "",
                      "",
                      "",
                      "",
                      Optional.of(NOW.plusSeconds(1)),
                      Optional.of(NOW.plusSeconds(2)),
                      Optional.empty(),
                      10)))
          .containsExactly(ids.get(2));
    }
  }

  @Test
  void idsThatShareANumber_areTwoCases() {
    CaseId one = new CaseId("01KAGD1QPBZZZ0000000000001");
    CaseId two = new CaseId("01KAGD1QPBZZZ0000000000002");
    remember(entry(one, "first", "clear"), entry(two, "second", "clear"));
    assertThat(found(Query.newest(10))).containsExactly(two, one);
    assertThat(store.cases().find(two).orElseThrow().summary().subject()).isEqualTo("second");
    assertThat(found(words("first"))).containsExactly(one);
  }

  private List<CaseId> found(Query query) {
    return store.cases().search(query).stream().map(CaseEntry::id).toList();
  }

  private static Query words(String words) {
    return page(words, Optional.empty(), 10);
  }

  private static Query page(String words, Optional<CaseId> before, int most) {
    return new Query(words, "", "", "", "", "", Optional.empty(), Optional.empty(), before, most);
  }

  private static Query facts(
      String verdict, String platform, String standing, String number, String hallmark) {
    return new Query(
        "",
        verdict,
        platform,
        standing,
        number,
        hallmark,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        10);
  }

  @Test
  void statistics_countCasesAndCountedMailAlike() {
    CaseId one = id(NOW);
    CaseId two = id(NOW.plusSeconds(1));
    remember(entry(one, "m", "callback-phishing"), entry(two, "m", "callback-phishing"));
    store.cases().count(entry(id(NOW), "m", "clear"));
    settle();
    LocalDate day = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    assertThat(store.statistics().verdicts(day, day))
        .extracting(row -> row.door() + " " + row.verdict() + " " + row.mails())
        .containsExactly("smtp callback-phishing 2", "smtp clear 1");
    assertThat(store.statistics().rules(day, day))
        .extracting(row -> row.rule() + " " + row.did() + " " + row.mails())
        .containsExactly("everything quarantine 3", "external-alerts quarantine 3");
    assertThat(store.statistics().verdicts(day.plusDays(1), day.plusDays(2))).isEmpty();
  }

  @Test
  void numbers_areSeenFromFirstToLast() {
    CaseId one = id(NOW);
    CaseId two = id(NOW.plusSeconds(1));
    remember(entry(two, "m", "callback-phishing"), entry(one, "m", "callback-phishing"));
    Sighting seen = store.statistics().number("+18085550142").orElseThrow();
    assertThat(seen.mails()).isEqualTo(2);
    assertThat(seen.called()).isEqualTo(2);
    assertThat(seen.lastCase()).isEqualTo(two);
    assertThat(seen.brands()).containsExactly("norton", "paypal");
    List<Sighting> first = store.statistics().numbers(Optional.empty(), 1);
    assertThat(store.statistics().numbers(Optional.of(first.getFirst()), 5))
        .doesNotContainAnyElementsOf(first)
        .hasSize(1);
  }

  @Test
  void auditLog_isPagedFromTheEnd() {
    for (int i = 0; i < 5; i++) {
      store.audit().record(new AuditLog.Entry(NOW, "ann", "reload", "rules " + i, ""));
    }
    List<AuditLog.Numbered> first = store.audit().list(Optional.empty(), 2);
    assertThat(first)
        .extracting(line -> line.entry().subject())
        .containsExactly("rules 4", "rules 3");
    assertThat(store.audit().list(Optional.of(first.getLast().number()), 10))
        .extracting(line -> line.entry().subject())
        .containsExactly("rules 2", "rules 1", "rules 0");
  }

  @Test
  void purge_forgetsByKind_andNothingThatWaits() {
    CaseId quarantined = take("q", keep("a@b.c", QUARANTINED));
    CaseId sent = take("s", keep("a@b.c", new Standing.Sent(NOW)));
    CaseId waits = take("w", keep("a@b.c", waiting(NOW)), keep("b@b.c", new Standing.Sent(NOW)));
    CaseId suspicious = id(NOW);
    CaseId clear = id(NOW);
    remember(entry(suspicious, "x", "suspicious"), entry(clear, "y", "clear"));
    store.recorder().record(Copies.copy("a1"));
    store.audit().record(new AuditLog.Entry(NOW, "ann", "reload", "rules", ""));

    purgeAt(Duration.ofDays(13));
    assertThat(store.custody().mail(sent)).isPresent();
    purgeAt(Duration.ofDays(29));
    assertThat(store.custody().mail(sent)).isEmpty();
    assertThat(store.custody().mail(quarantined)).isPresent();
    assertThat(store.cases().find(clear)).isPresent();
    purgeAt(Duration.ofDays(40));
    assertThat(store.custody().mail(quarantined)).isEmpty();
    assertThat(store.cases().find(quarantined)).isPresent();
    assertThat(store.cases().find(clear)).isEmpty();
    assertThat(found(words("y"))).isEmpty();
    assertThat(found(words("x"))).containsExactly(suspicious);
    assertThat(store.ledger().find(Copies.PLATFORM, "a1")).hasSize(1);
    assertThat(store.audit().list(Optional.empty(), 10))
        .extracting(line -> line.entry().action())
        .containsExactly("purge", "purge", "reload");
    purgeAt(Duration.ofDays(800));
    assertThat(found(Query.newest(10))).containsExactly(waits);
    assertThat(store.custody().mail(waits)).isPresent();
    assertThat(store.ledger().find(Copies.PLATFORM, "a1")).isEmpty();
    assertThat(store.statistics().numbers(Optional.empty(), 10)).isEmpty();
    assertThat(store.audit().list(Optional.empty(), 10)).isEmpty();
  }

  private void purgeAt(Duration later) {
    clock.set(NOW.plus(later));
    assertThat(store.purge(_ -> {})).isNotNull();
  }

  @Test
  void purgeOfMuch_goesInSteps() {
    remember(
        Stream.generate(() -> entry(id(NOW), "m", "clear")).limit(450).toArray(CaseEntry[]::new));
    clock.set(NOW.plus(Duration.ofDays(31)));
    List<Integer> steps = new ArrayList<>();
    assertThat(store.purge(steps::add).cases()).isEqualTo(450);
    assertThat(steps).contains(200, 50).allMatch(step -> step <= 200);
    assertThat(found(words("m"))).isEmpty();
  }

  @Test
  void check_findsNothingWrong() {
    take("m", keep("a@b.c", QUARANTINED));
    StoreCheck.Checked checked = StoreCheck.of(settings(), Optional.empty(), _ -> {});
    assertThat(checked.faults()).isEmpty();
    assertThat(checked.mails()).isEqualTo(1);
    assertThat(checked.cases()).isEqualTo(1);
  }

  @Test
  void responses_comeBackInOrderAndGoWhenTheirTimeIsOver() {
    CaseId id = id(NOW);
    CaseId other = id(NOW);
    Response report = new Response(id, "ann@example.com", Response.Kind.REPORT, clock.get(), "");
    Response called =
        new Response(id, "bob@example.com", Response.Kind.CALLED, clock.get(), "{\"é\":\"😀\"}");
    Response later =
        new Response(other, "ann@example.com", Response.Kind.EXPECTED, NOW.plus(DAY), "");
    List.of(report, called, later).forEach(store().responses()::record);

    assertThat(store().responses().of(id))
        .map(StoreContract::millis)
        .containsExactly(millis(report), millis(called));
    List<Responses.Numbered> newest = store().responses().list(Optional.empty(), 2);
    assertThat(newest).extracting(one -> one.response().id()).containsExactly(other, id);
    assertThat(store().responses().list(Optional.of(newest.getLast().number()), 2))
        .extracting(one -> millis(one.response()))
        .containsExactly(millis(report));

    clock.set(NOW.plus(DAY.multipliedBy(365)).plusSeconds(60));
    store().purge(_ -> {});
    assertThat(store().responses().of(id)).isEmpty();
    assertThat(store().responses().of(other)).hasSize(1);
  }

  private static Response millis(Response response) {
    return new Response(
        response.id(),
        response.recipient(),
        response.kind(),
        response.at().truncatedTo(ChronoUnit.MILLIS),
        response.answers());
  }
}
