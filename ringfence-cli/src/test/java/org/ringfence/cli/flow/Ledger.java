package org.ringfence.cli.flow;

import java.util.List;
import java.util.stream.Collectors;

/** Notes what became of the mails of a run. */
final class Ledger {
  private final String name;
  private final int kills;
  private final long seed;
  private final Traffic.Sent sent;

  Ledger(String name, int kills, long seed, Traffic.Sent sent) {
    this.name = name;
    this.kills = kills;
    this.seed = seed;
    this.sent = sent;
  }

  void beforeRelease(Account account, List<Quarantine.Kept> kept) {
    long keptMails = kept.stream().map(Quarantine.Kept::number).distinct().count();
    Outcomes.note(
        "%s: %d kills (seed %d): accepted %d (put off %d), delivered %d, in quarantine %d mails in %d cases, lost %d, delivered twice %d"
            .formatted(
                name,
                kills,
                seed,
                sent.accepted().size(),
                sent.putOff(),
                account.delivered().size(),
                keptMails,
                kept.size(),
                account
                    .lost(
                        sent.accepted(),
                        kept.stream().map(Quarantine.Kept::number).collect(Collectors.toSet()))
                    .size(),
                account.doubledMails()));
  }

  void afterRelease(Account account, List<Quarantine.Kept> kept) {
    long released = kept.stream().filter(one -> one.state().equals("sent")).count();
    Outcomes.note(
        "%s: release under %d kills: %d cases sent, %d left for somebody to look at, %d cases in the mailbox twice"
            .formatted(
                name, kills, released, kept.size() - released, account.doubledCases().size()));
  }
}
