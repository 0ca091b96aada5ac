package org.ringfence.bench.peer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ringfence.bench.peer.Mails.Mail;

/**
 * Runs the same mails through Ringfence, rspamd and SpamAssassin, each server alone on the same
 * core, the clients on another, and prints speeds, ratios and detections.
 *
 * <p>Ringfence and rspamd check SPF, DKIM, DMARC and ARC, and ask the same name server, which knows
 * what the mails need (see {@link CorpusZone}); SpamAssassin runs its local tests alone.
 *
 * <p>The rounds of the three alternate, so that a machine whose speed drifts is fair to all;
 * medians are quoted. Each is warmed up first, the Java program longest, and before each round that
 * counts comes one that does not: while the others ran, its answers of the DNS have grown too old.
 * Every fifth mail goes to SpamAssassin.
 */
public final class Comparison {
  private static final int CLIENTS = 4;

  private final List<Mail> mails;
  private final PrintStream out;

  private Comparison(List<Mail> mails, PrintStream out) {
    this.mails = mails;
    this.out = out;
  }

  /**
   * Compares.
   *
   * @param args the folder of mails, its labels file, the number of rounds, the core of the
   *     servers, the core of the clients, the root of the installation
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 6) {
      System.err.println(
          "usage: Comparison MAILS LABELS ROUNDS SERVER_CORE CLIENT_CORE ROOT (dev/compare"
              + " calls it so)");
      System.exit(2);
    }
    Path work = Files.createTempDirectory("ringfence-compare");
    List<Mail> mails = Mails.read(Path.of(args[0]), Path.of(args[1]));
    Comparison comparison = new Comparison(mails, System.out);
    try (NameServer _ = NameServer.start(work, args[4], CorpusZone.of(mails));
        Peer ringfence = RingfencePeer.start(work, args[3], Path.of(args[5]));
        Peer rspamd = RspamdPeer.start(work, args[3]);
        Peer spamAssassin = SpamAssassinPeer.startLocal(work, args[3])) {
      comparison.run(List.of(ringfence, rspamd, spamAssassin), Integer.parseInt(args[2]));
    }
  }

  private void run(List<Peer> peers, int rounds) throws IOException {
    long octets = mails.stream().mapToLong(mail -> mail.octets().length()).sum();
    out.printf(
        "%d mails, %.1f MB; servers on one core, %d clients on another%n",
        mails.size(), octets / 1e6, CLIENTS);
    Map<String, List<Round>> results = new LinkedHashMap<>();
    for (Peer peer : peers) {
      for (int round = 1; round <= peer.warmUps(); round++) {
        show("warm-up " + round, peer, Round.run(peer, mails, CLIENTS));
      }
    }
    for (int round = 1; round <= rounds; round++) {
      for (Peer peer : peers) {
        show("before " + round, peer, Round.run(peer, mails, CLIENTS));
        Round result = Round.run(peer, mails, CLIENTS);
        show("round " + round, peer, result);
        results.computeIfAbsent(peer.name(), name -> new ArrayList<>()).add(result);
      }
    }
    print(results);
  }

  private void show(String round, Peer peer, Round result) {
    out.printf(
        "%-10s %-13s %8.1f mails/s %7.2f MB/s%n",
        round, peer.name(), result.mailsPerSecond(), result.megabytesPerSecond());
  }

  private void print(Map<String, List<Round>> results) {
    double own = median(results.values().iterator().next(), Round::mailsPerSecond);
    out.printf(
        "%n%-13s %10s %8s %10s %8s %8s %12s%n",
        "median", "mails/s", "MB/s", "CPU ms", "p50 ms", "p99 ms", "Ringfence ×");
    results.forEach(
        (name, rounds) ->
            out.printf(
                "%-13s %10.1f %8.2f %10.3f %8.2f %8.2f %12.2f%n",
                name,
                median(rounds, Round::mailsPerSecond),
                median(rounds, Round::megabytesPerSecond),
                median(rounds, Round::cpuMillis),
                median(rounds, Round::p50Millis),
                median(rounds, Round::p99Millis),
                own / median(rounds, Round::mailsPerSecond)));
    out.printf("%nflagged of those asked about, by label%n");
    results.forEach(
        (name, rounds) -> {
          Round last = rounds.getLast();
          out.printf("%-13s", name);
          last.asked()
              .forEach(
                  (label, asked) ->
                      out.printf("  %s %d/%d", label, last.flagged().get(label), asked));
          out.println();
        });
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
