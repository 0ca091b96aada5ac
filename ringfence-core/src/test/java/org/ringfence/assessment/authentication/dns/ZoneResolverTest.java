package org.ringfence.assessment.authentication.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ZoneResolverTest {
  private final Resolver zone =
      new ZoneResolver(
          ZoneFile.read(
              "trial.zone",
              """
              host.example.org. A 192.0.2.5
              host.example.org. A 192.0.2.6
              www.example.org. CNAME Host.Example.Org.
              loop.example.org. CNAME pool.example.org.
              pool.example.org. CNAME loop.example.org.
              lost.example.org. CNAME nowhere.example.net.
              """));

  @Test
  void records_comeInTheirOrder() {
    assertThat(zone.ask("HOST.example.org", Resolver.Type.A))
        .isEqualTo(new Answer.Records(List.of("192.0.2.5", "192.0.2.6")));
  }

  @Test
  void alias_isFollowed() {
    assertThat(zone.ask("www.example.org", Resolver.Type.A))
        .isEqualTo(new Answer.Records(List.of("192.0.2.5", "192.0.2.6")));
  }

  @Test
  void aliasToNowhere_isNoSuchName() {
    assertThat(zone.ask("lost.example.org", Resolver.Type.A)).isEqualTo(new Answer.NoSuchName());
  }

  @Test
  void aliasesInACircle_areTrouble() {
    assertThat(zone.ask("loop.example.org", Resolver.Type.A)).isInstanceOf(Answer.Trouble.class);
  }

  @Test
  void nameWithOtherRecords_hasNoData() {
    assertThat(zone.ask("host.example.org", Resolver.Type.TXT)).isEqualTo(new Answer.NoData());
  }

  @Test
  void nameAboveAnother_hasNoData() {
    assertThat(zone.ask("example.org", Resolver.Type.TXT)).isEqualTo(new Answer.NoData());
  }

  @Test
  void otherName_isNoSuchName() {
    assertThat(zone.ask("other.example.org", Resolver.Type.A)).isEqualTo(new Answer.NoSuchName());
  }
}
