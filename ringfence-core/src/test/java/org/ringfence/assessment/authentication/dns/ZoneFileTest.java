package org.ringfence.assessment.authentication.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZoneFileTest {
  private static List<ZoneRecord> read(String text) {
    return ZoneFile.read("trial.zone", text);
  }

  @Test
  void everyType_isRead() {
    assertThat(
            read(
                """
                ; a comment
                $TTL 300
                $ORIGIN example.org.
                @            3600 IN SOA ns hostmaster 1 2 3 4 5
                @            IN NS ns.example.net.
                @            IN TXT "v=spf1 " "mx -all" ; another
                             MX 10 mail
                             300 MX 20 mail.example.net.
                mail         A 192.0.2.5
                             IN 60 AAAA 2001:db8::5
                www          CNAME mail
                5.2.0.192.in-addr.arpa. PTR mail.example.org.
                """))
        .containsExactly(
            new ZoneRecord("example.org", ZoneRecord.Kind.TXT, "v=spf1 mx -all"),
            new ZoneRecord("example.org", ZoneRecord.Kind.MX, "10 mail.example.org"),
            new ZoneRecord("example.org", ZoneRecord.Kind.MX, "20 mail.example.net"),
            new ZoneRecord("mail.example.org", ZoneRecord.Kind.A, "192.0.2.5"),
            new ZoneRecord("mail.example.org", ZoneRecord.Kind.AAAA, "2001:db8::5"),
            new ZoneRecord("www.example.org", ZoneRecord.Kind.CNAME, "mail.example.org"),
            new ZoneRecord("5.2.0.192.in-addr.arpa", ZoneRecord.Kind.PTR, "mail.example.org"));
  }

  @Test
  void quotesAndBackslashes_areUndone() {
    assertThat(read("a.example TXT \"k=rsa\\; p=\\\"\\\\\\065 ; no comment\""))
        .containsExactly(
            new ZoneRecord("a.example", ZoneRecord.Kind.TXT, "k=rsa; p=\"\\A ; no comment"));
  }

  @Test
  void absentExchanger_hasNoName() {
    assertThat(read("example.org. MX 0 ."))
        .containsExactly(new ZoneRecord("example.org", ZoneRecord.Kind.MX, "0 "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a TXT "open          | a quoted string does not end; close it with a double quote.
          ' A 192.0.2.5'       | a record stands before any name; begin the line with one.
          a 300 IN             | the record has no type; write "name type value".
          a SRV 0 0 25 b       | records of type "SRV" are not known here; TXT, A, AAAA, MX, PTR and CNAME are.
          a A 192.0.2.256      | "192.0.2.256" is no address of that type.
          a AAAA 192.0.2.5     | "192.0.2.5" is no address of that type.
          a MX mail            | an MX record has a preference and a host.
          a PTR                | exactly one value must stand here, and there are 0.
          a TXT                | the TXT record has no string; write "" for an empty one.
          """)
  void wrongLine_isNamed(String line, String sentence) {
    assertThatThrownBy(() -> read("\n" + line))
        .isInstanceOf(ZoneFileException.class)
        .hasMessage("trial.zone, line 2: " + sentence);
  }
}
