package org.ringfence.door.spamd;

import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Verdict;

/**
 * SpamAssassin's scale: three straight pieces, one for each band, so that whoever asks with the
 * usual threshold of 5.0 finds callback phishing, and nothing else, above it.
 *
 * <pre>
 * probability   0 .. suspiciousFrom .. callbackFrom .. 1
 * score         0 ..            2.5 ..          5.0 .. 10
 * </pre>
 *
 * <p>A score never leaves the piece of its verdict's band, whatever the probabilities say: the
 * verdict is what counts, and a model that was exchanged has other bounds.
 *
 * @param suspiciousFrom the least probability of the band "suspicious"
 * @param callbackFrom the least probability of the band "callback-phishing"
 */
public record Scale(double suspiciousFrom, double callbackFrom) {
  static final double THRESHOLD = 5.0;
  private static final double SUSPICIOUS = 2.5;
  private static final double MOST = 10.0;

  public Scale {
    if (!(0 < suspiciousFrom && suspiciousFrom < callbackFrom && callbackFrom < 1)) {
      throw new IllegalArgumentException(
          "The bands must rise: " + suspiciousFrom + ", " + callbackFrom + ".");
    }
  }

  /** The score of a verdict, with one digit after the point; rounded down, so that it stays. */
  public double score(Verdict verdict) {
    double score =
        switch (verdict.band()) {
          case CLEAR -> between(verdict.score(), 0, suspiciousFrom, 0, SUSPICIOUS);
          case SUSPICIOUS ->
              between(verdict.score(), suspiciousFrom, callbackFrom, SUSPICIOUS, THRESHOLD);
          case CALLBACK_PHISHING -> between(verdict.score(), callbackFrom, 1, THRESHOLD, MOST);
        };
    boolean atTheTop = verdict.band() != Band.CALLBACK_PHISHING && score >= top(verdict.band());
    return Math.floor(score * 10 - (atTheTop ? 1 : 0)) / 10;
  }

  private static double top(Band band) {
    return band == Band.CLEAR ? SUSPICIOUS : THRESHOLD;
  }

  private static double between(double value, double from, double to, double low, double high) {
    double share = Math.clamp((value - from) / (to - from), 0, 1);
    return low + share * (high - low);
  }
}
