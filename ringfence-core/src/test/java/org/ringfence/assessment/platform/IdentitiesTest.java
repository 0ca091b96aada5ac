package org.ringfence.assessment.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
  private static final Identities IDENTITIES =
      Identities.of(List.of("news@a.example", "@b.example", "@*.c.example"));

  private static boolean covers(String... authors) {
    return IDENTITIES.cover(List.of(authors));
  }

  @Test
  void address_isThatAddressAlone() {
    assertThat(covers("news@a.example")).isTrue();
    assertThat(covers("other@a.example")).isFalse();
    assertThat(covers("news@a.example.evil.example")).isFalse();
  }

  @Test
  void domain_isEveryMailboxOfIt() {
    assertThat(covers("dse_na4@b.example")).isTrue();
    assertThat(covers("x@sub.b.example")).isFalse();
    assertThat(covers("x@evilb.example")).isFalse();
  }

  @Test
  void starDomain_isItsSubdomains() {
    assertThat(covers("jira@site.c.example")).isTrue();
    assertThat(covers("x@deep.site.c.example")).isTrue();
    assertThat(covers("x@c.example")).isFalse();
    assertThat(covers("x@evilc.example")).isFalse();
  }

  @Test
  void noAuthorOrAForeignOneBeside_isNotThePlatform() {
    assertThat(covers()).isFalse();
    assertThat(covers("")).isFalse();
    assertThat(covers("news@a.example", "desk@evil.example")).isFalse();
  }
}
