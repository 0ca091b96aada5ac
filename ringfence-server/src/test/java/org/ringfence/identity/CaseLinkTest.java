package org.ringfence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ringfence.custody.CaseId;

final class CaseLinkTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final CaseId CASE = CaseId.of(NOW, new byte[10]);
  private static final CaseLink LINK = new CaseLink(new byte[32], Duration.ofDays(14));

  @Test
  void token_namesItsCaseAndRecipientUntilItsDay() {
    String token = LINK.token(CASE, "Anna@example.org", NOW);

    assertThat(LINK.read(token, NOW)).contains(new CaseLink.Named(CASE, "anna@example.org"));
    assertThat(LINK.read(token, NOW.plus(Duration.ofDays(14)))).isPresent();
    assertThat(LINK.read(token, NOW.plus(Duration.ofDays(15)))).isEmpty();
  }

  @Test
  void changedToken_namesNothing() {
    String token = LINK.token(CASE, "anna@example.org", NOW);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == '2' ? '3' : '2';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(LINK.read(changed, NOW)).isEmpty();
    }
  }

  @Test
  void otherSitesToken_namesNothing() {
    byte[] otherKey = new byte[32];
    otherKey[31] = 1;
    String token = new CaseLink(otherKey, Duration.ofDays(14)).token(CASE, "a@example.org", NOW);
    assertThat(LINK.read(token, NOW)).isEmpty();
  }

  @Property
  void anyText_isNoToken(@ForAll String text) {
    assertThat(LINK.read(text, NOW)).isEmpty();
  }
}
