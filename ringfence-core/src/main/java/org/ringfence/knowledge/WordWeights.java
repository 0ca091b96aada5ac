package org.ringfence.knowledge;

/**
 * The weights of a hashed linear model over words: one small integer a bucket, and a common scale.
 *
 * <p>Immutable; the number of buckets is a power of two.
 */
public final class WordWeights {
  private final byte[] buckets;
  private final double scale;
  private final double bias;

  /**
   * Takes over {@code buckets}.
   *
   * @param buckets the weights in units of {@code scale}; a power of two of them
   * @param scale what one unit is worth in log-odds
   * @param bias the log-odds of a message without words
   */
  public WordWeights(byte[] buckets, double scale, double bias) {
    if (Integer.bitCount(buckets.length) != 1) {
      throw new IllegalArgumentException("not a power of two: " + buckets.length);
    }
    this.buckets = buckets;
    this.scale = scale;
    this.bias = bias;
  }

  /** A model that knows no words. */
  public static WordWeights none() {
    return new WordWeights(new byte[1], 0, 0);
  }

  /** The number of buckets. */
  public int size() {
    return buckets.length;
  }

  /** The weight of the bucket that {@code hash} falls into, in log-odds. */
  public double weight(int hash) {
    return buckets[hash & (buckets.length - 1)] * scale;
  }

  /** The log-odds of a message without words. */
  public double bias() {
    return bias;
  }

  /** What one unit is worth. */
  public double scale() {
    return scale;
  }

  /** A copy of the weights in units of the scale. */
  public byte[] units() {
    return buckets.clone();
  }
}
