package org.ringfence.connector.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.connector.dns.LoopbackDnsServer.Reply;
import org.ringfence.connector.dns.LoopbackDnsServer.Resource;

final class DnsjavaResolverTest {
  private static final Duration TIME = Duration.ofMillis(400);

  private final LoopbackDnsServer server = new LoopbackDnsServer();
  private final Resolver resolver = asking(1, server.address());

  DnsjavaResolverTest() throws IOException {}

  private static Resolver asking(int rounds, InetSocketAddress... servers) {
    return new DnsjavaResolver(new DnsSettings(Arrays.asList(servers), TIME, rounds));
  }

  @AfterEach
  void closeServer() throws IOException {
    server.close();
  }

  private static Answer records(String... values) {
    return new Answer.Records(List.of(values));
  }

  @Test
  void textInPieces_isJoined() {
    server.answers(
        "example.org",
        Reply.records(
            Resource.txt("example.org", "v=spf1 ", "-all"), Resource.txt("example.org", "\u0096")));

    assertThat(resolver.ask("example.org", Resolver.Type.TXT))
        .isEqualTo(records("v=spf1 -all", "\u0096"));
  }

  @Test
  void addresses_areLiterals() {
    server
        .answers("a.example", Reply.records(Resource.address("a.example", "192.0.2.5")))
        .answers("b.example", Reply.records(Resource.address("b.example", "2001:db8::5")));

    assertThat(resolver.ask("a.example", Resolver.Type.A)).isEqualTo(records("192.0.2.5"));
    assertThat(resolver.ask("b.example", Resolver.Type.AAAA))
        .isEqualTo(records("2001:db8:0:0:0:0:0:5"));
  }

  @Test
  void exchangers_keepTheirPreference() {
    server.answers(
        "example.org",
        Reply.records(
            Resource.mx("example.org", 10, "mx.example.org"), Resource.mx("example.org", 0, "")));

    assertThat(resolver.ask("example.org", Resolver.Type.MX))
        .isEqualTo(records("10 mx.example.org", "0 "));
  }

  @Test
  void pointer_isAName() {
    String reversed = "5.2.0.192.in-addr.arpa";
    server.answers(reversed, Reply.records(Resource.pointer(reversed, "mx.example.org")));

    assertThat(resolver.ask(reversed, Resolver.Type.PTR)).isEqualTo(records("mx.example.org"));
  }

  @Test
  void alias_isFollowedInTheAnswer() {
    server.answers(
        "www.example.org",
        Reply.records(
            Resource.alias("WWW.example.org", "host.example.net"),
            Resource.address("host.example.net", "192.0.2.5"),
            Resource.address("unasked.example.net", "192.0.2.66")));

    assertThat(resolver.ask("www.example.org", Resolver.Type.A)).isEqualTo(records("192.0.2.5"));
  }

  @Test
  void aliasesInACircle_haveNoData() {
    server.answers(
        "a.example",
        Reply.records(
            Resource.alias("a.example", "b.example"), Resource.alias("b.example", "a.example")));

    assertThat(resolver.ask("a.example", Resolver.Type.A)).isEqualTo(new Answer.NoData());
  }

  @Test
  void emptyAnswer_isNoData() {
    server.answers("example.org", Reply.records());

    assertThat(resolver.ask("example.org", Resolver.Type.TXT)).isEqualTo(new Answer.NoData());
  }

  @Test
  void unknownName_isNoSuchName() {
    assertThat(resolver.ask("nobody.example", Resolver.Type.TXT))
        .isEqualTo(new Answer.NoSuchName());
  }

  @ParameterizedTest
  @ValueSource(ints = {LoopbackDnsServer.SERVFAIL, LoopbackDnsServer.REFUSED})
  void failureOfTheServer_isTrouble(int code) {
    server.answers("forged.example", Reply.code(code));

    Answer answer = resolver.ask("forged.example", Resolver.Type.TXT);

    assertThat(answer).isInstanceOf(Answer.Trouble.class);
    assertThat(answer.toString())
        .contains(
            "The DNS server 127.0.0.1 port " + server.address().getPort() + " answered ",
            code == LoopbackDnsServer.SERVFAIL ? "SERVFAIL" : "REFUSED");
  }

  @Test
  void referral_isTroubleAndNotAnAbsence() {
    server.answers("example.org", Reply.referral());

    assertThat(resolver.ask("example.org", Resolver.Type.TXT)).isInstanceOf(Answer.Trouble.class);
  }

  @Test
  void hugeText_comesOverTcp() {
    String[] strings = new String[40];
    Arrays.fill(strings, "x".repeat(250));
    server.answers("big.example", Reply.records(Resource.txt("big.example", strings)));

    assertThat(resolver.ask("big.example", Resolver.Type.TXT))
        .isEqualTo(records("x".repeat(10_000)));
    assertThat(server.asked()).containsExactly("udp big.example", "tcp big.example");
  }

  @Test
  void textOfSomeSize_comesOverUdp() {
    String[] strings = {"x".repeat(250), "x".repeat(250), "x".repeat(250), "x".repeat(250)};
    server.answers("key.example", Reply.records(Resource.txt("key.example", strings)));

    assertThat(resolver.ask("key.example", Resolver.Type.TXT))
        .isEqualTo(records("x".repeat(1_000)));
    assertThat(server.asked()).containsExactly("udp key.example");
  }

  @Test
  void silentServer_isTroubleInTime() {
    server.answers("example.org", Reply.records().after(Integer.MAX_VALUE));
    long start = System.nanoTime();

    Answer answer = asking(2, server.address()).ask("example.org", Resolver.Type.TXT);

    assertThat(answer).isInstanceOf(Answer.Trouble.class);
    assertThat(answer.toString()).contains("did not answer");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(TIME, TIME.multipliedBy(2).plusSeconds(2));
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void lostQuestion_isAskedAgain() {
    server.answers(
        "example.org", Reply.records(Resource.address("example.org", "192.0.2.5")).after(1));

    assertThat(asking(2, server.address()).ask("example.org", Resolver.Type.A))
        .isEqualTo(records("192.0.2.5"));
  }

  @Test
  void failingServer_isFollowedByTheNext() throws IOException {
    try (var second = new LoopbackDnsServer()) {
      server.answers("example.org", Reply.code(LoopbackDnsServer.SERVFAIL));
      second.answers("example.org", Reply.records(Resource.address("example.org", "192.0.2.5")));

      assertThat(asking(1, server.address(), second.address()).ask("example.org", Resolver.Type.A))
          .isEqualTo(records("192.0.2.5"));
    }
  }

  @Test
  void oddCharacters_areAskedForAsTheyAre() {
    String odd = "a b\\c@d.example.org";
    server.answers(odd, Reply.records(Resource.address(odd, "127.0.0.2")));

    assertThat(resolver.ask(odd, Resolver.Type.A)).isEqualTo(records("127.0.0.2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a..example", "\u00fc\u0394.example"})
  void nameThatNoQueryHolds_isAskedInVain(String name) {
    assertThat(resolver.ask(name, Resolver.Type.A)).isEqualTo(new Answer.NoSuchName());
  }

  @Test
  void labelBeyond63Octets_isNoSuchNameUnasked() {
    assertThat(resolver.ask("x".repeat(64) + ".example", Resolver.Type.A))
        .isEqualTo(new Answer.NoSuchName());
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void interruptedThread_endsWithTrouble() {
    Thread.currentThread().interrupt();

    assertThat(asking(5, server.address()).ask("example.org", Resolver.Type.A))
        .isInstanceOf(Answer.Trouble.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void systemsServers_areTakenWhenNoneIsNamed() {
    assertThat(DnsSettings.standard().servers()).isEmpty();
    assertThat(new DnsjavaResolver(DnsSettings.standard())).isNotNull();
  }

  @Test
  void settingsWithoutTime_areRefused() {
    assertThatThrownBy(() -> new DnsSettings(List.of(), Duration.ZERO, 1))
        .hasMessage("The DNS needs at least one round and some time.");
  }
}
