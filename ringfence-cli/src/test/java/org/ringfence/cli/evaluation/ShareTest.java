package org.ringfence.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ShareTest {
  /** Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 gives 0.2553 to 0.3662. */
  @Test
  void publishedExample_isReproduced() {
    Share share = new Share(81, 263);
    assertThat(share.low()).isCloseTo(0.2553, within(0.00005));
    assertThat(share.high()).isCloseTo(0.3662, within(0.00005));
  }

  /** The same table: 0 of 20 gives 0 to 0.1611, and 1 of 29 gives 0.0061 to 0.1718. */
  @Test
  void fewHits_haveAnHonestUpperEnd() {
    assertThat(new Share(0, 20).low()).isZero();
    assertThat(new Share(0, 20).high()).isCloseTo(0.1611, within(0.00005));
    assertThat(new Share(1, 29).low()).isCloseTo(0.0061, within(0.00005));
    assertThat(new Share(1, 29).high()).isCloseTo(0.1718, within(0.00005));
  }

  @Test
  void allHits_endAtOne() {
    assertThat(new Share(20, 20).high()).isEqualTo(1);
    assertThat(new Share(20, 20).low()).isCloseTo(1 - 0.1611, within(0.00005));
  }

  @Test
  void nothingCounted_isNoShare() {
    assertThat(new Share(0, 0).value()).isNaN();
    assertThat(new Share(0, 0)).hasToString("0 of 0");
  }

  @Test
  void moreHitsThanTotal_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Share(2, 1));
  }

  @Test
  void text_namesCountShareAndInterval() {
    assertThat(new Share(56, 57)).hasToString("56 of 57, 98.2 % (90.7 to 99.7)");
  }
}
