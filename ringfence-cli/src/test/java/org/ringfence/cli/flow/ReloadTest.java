package org.ringfence.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.cli.flow.MailFlow.Manner;

/**
 * The rules change again and again while mail flows: no mail is put off, and none is treated by two
 * sets of rules. Each set has two rules that write the set's name into a field each.
 *
 * <p>{@code dev/fault} runs this with more: the properties {@code ringfence.mails} and {@code
 * ringfence.reloads}.
 */
final class ReloadTest {
  private static final int MAILS = Integer.getInteger("ringfence.mails", 200);
  private static final int RELOADS = Integer.getInteger("ringfence.reloads", 5);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Pattern LEFT = Pattern.compile("(?m)^X-Left: (\\w+)");
  private static final Pattern RIGHT = Pattern.compile("(?m)^X-Right: (\\w+)");

  @TempDir Path folder;

  @Test
  void rulesChangeUnderLoad_eachMailHasOneSetOfThem() throws Exception {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(policy, rules("set0"));
    Manner manner = Manner.usual().with("rules", "policy: " + policy);
    try (MailFlow flow = MailFlow.prepare(folder, manner)) {
      flow.ringfence().start();
      await(flow, "SIGHUP reloads.", 1);
      Traffic.Sent sent = sendMeanwhile(flow, policy);
      flow.postfix().awaitEmptyQueue(LONGEST);

      Set<String> seen = new HashSet<>();
      for (byte[] mail : flow.postfix().mailbox()) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        assertThat(value(LEFT, text)).isEqualTo(value(RIGHT, text));
        seen.add(value(LEFT, text));
      }
      Account account = Account.of(flow.postfix().mailbox());
      Outcomes.note(
          "%d reloads under %d mails: put off %d, lost %d, sets of rules seen %d"
              .formatted(
                  RELOADS,
                  sent.accepted().size(),
                  sent.putOff(),
                  account.lost(sent.accepted(), Set.of()).size(),
                  seen.size()));
      assertThat(sent.putOff()).as("put off").isZero();
      assertThat(account.lost(sent.accepted(), Set.of())).as("lost").isEmpty();
      assertThat(account.doubledMails()).as("doubled").isZero();
      assertThat(seen).hasSizeGreaterThan(1);
    }
  }

  private Traffic.Sent sendMeanwhile(MailFlow flow, Path policy) throws Exception {
    try (Traffic traffic = Traffic.to(flow.port(MailFlow.MILTER), 1)) {
      for (int i = 1; i <= RELOADS; i++) {
        while (traffic.count() < (long) MAILS * i / (RELOADS + 1)) {
          TimeUnit.MILLISECONDS.sleep(10);
        }
        Files.writeString(policy, rules("set" + i));
        flow.ringfence().hangUp();
        await(flow, "Reloaded.", i);
      }
      while (traffic.count() < MAILS) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      return traffic.stop();
    }
  }

  private static void await(MailFlow flow, String words, int times)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (flow.ringfence().log().split(Pattern.quote(words), -1).length <= times) {
      if (end - System.nanoTime() < 0) {
        throw new IOException(words + " was not said. Ringfence says:\n" + flow.ringfence().log());
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static String value(Pattern field, String mail) {
    Matcher found = field.matcher(mail);
    return found.find() ? found.group(1) : "none";
  }

  private static String rules(String set) {
    return "rules:\n" + rule("left", "X-Left", set) + rule("right", "X-Right", set);
  }

  private static String rule(String name, String field, String set) {
    return """
      - name: %s
        description: It writes the name of its set.
        owner: tests
        mode: enforce
        when: "true"
        then:
          - header: {name: %s, value: %s}
    """
        .formatted(name, field, set);
  }
}
