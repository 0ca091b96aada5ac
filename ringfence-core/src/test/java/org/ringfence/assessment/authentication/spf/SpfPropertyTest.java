package org.ringfence.assessment.authentication.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;

/** What holds for every record, sender and answer. */
final class SpfPropertyTest {
  /** One record, ten times "mx" with ten hosts each, eleven for the client's name, one exp=. */
  private static final int MOST_QUESTIONS = 123;

  /** A world in which each question has many answers, and every record is the same one. */
  private static final class Flood implements Resolver {
    private final List<String> texts;
    private int questions;

    Flood(String text) {
      texts = List.of(text);
    }

    @Override
    public Answer ask(String name, Type type) {
      questions++;
      return switch (type) {
        case TXT -> new Answer.Records(texts);
        case A -> new Answer.Records(List.of("203.0.113.1", "not an address", ""));
        case AAAA -> new Answer.NoData();
        case MX -> new Answer.Records(Collections.nCopies(10, "10 mx.example.org"));
        case PTR -> new Answer.Records(Collections.nCopies(500, "name.example.org"));
      };
    }
  }

  @Property(tries = 2_000)
  void arbitraryText_isAResult(
      @ForAll String text, @ForAll String helo, @ForAll String mailFrom, @ForAll("ip") byte[] ip) {
    check("v=spf1 " + text, helo, mailFrom, ip);
    check("v=spf1 -all exp=" + text, helo, mailFrom + "@example.org", ip);
  }

  @Property(tries = 5_000)
  void arbitraryTerms_areAResultWithinTheBudget(
      @ForAll("terms") @Size(max = 40) List<String> terms, @ForAll("ip") byte[] ip) {
    check("v=spf1 " + String.join(" ", terms), "mx.example.org", "a@example.org", ip);
  }

  private static void check(String record, String helo, String mailFrom, byte[] ip) {
    var flood = new Flood(record);
    var query = new SpfQuery(address(ip), helo, mailFrom, "mx.example.net", Instant.EPOCH);

    MethodResult result = new SpfVerifier(flood).verify(query);

    assertThat(result.reason()).isNotEmpty().matches("[ -~]+").hasSizeLessThan(1_000);
    assertThat(flood.questions).isLessThanOrEqualTo(MOST_QUESTIONS);
  }

  private static InetAddress address(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException wrongLength) {
      throw new IllegalArgumentException(wrongLength);
    }
  }

  @Provide
  Arbitrary<byte[]> ip() {
    return Arbitraries.of(4, 16)
        .flatMap(length -> Arbitraries.bytes().array(byte[].class).ofSize(length));
  }

  @Provide
  Arbitrary<List<String>> terms() {
    Arbitrary<String> well =
        Arbitraries.of(
            "a",
            "mx",
            "ptr",
            "?mx",
            "-a/24//64",
            "mx:%{d}",
            "exists:%{ir}.%{p}.example.org",
            "include:%{o}",
            "~include:example.org",
            "redirect=%{d}",
            "exp=%{d}",
            "a:%{l1r-}.x.org",
            "ip4:192.0.2.0/24",
            "ip6:2001:db8::/32",
            "unknown=%{s}");
    Arbitrary<String> broken =
        Arbitraries.strings().withChars("amxptrie:/%{}=-+.d0123456789").ofMaxLength(12);
    return Arbitraries.frequencyOf(Tuple.of(12, well), Tuple.of(1, broken)).list();
  }
}
