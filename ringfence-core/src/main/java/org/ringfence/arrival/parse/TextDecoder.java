package org.ringfence.arrival.parse;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ringfence.mail.Octets;

/**
 * Octets to text by the charset they are in, which need not be the one they claim.
 *
 * <p>A byte order mark counts most, then the declared charset where it can be right, then UTF-8
 * where valid, then what the letters look like, then windows-1252. Labels mean what the WHATWG
 * Encoding Standard says clients take them for (iso-8859-1 is windows-1252).
 */
final class TextDecoder {
  private static final int SAMPLE = 4096;
  private static final int CONFIDENCE = 30;
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("utf8", "UTF-8"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso_8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("iso-8859-8-i", "ISO-8859-8"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("windows-874", "x-windows-874"));

  private TextDecoder() {}

  /**
   * Text and how it came about.
   *
   * @param text what the octets say
   * @param charset what they were read in, empty where Java has none for it
   * @param guessed whether the declared charset was missing, unknown or wrong
   */
  record Decoded(String text, Optional<Charset> charset, boolean guessed) {
    Decoded(String text, Charset charset, boolean guessed) {
      this(text, Optional.of(charset), guessed);
    }
  }

  /** Reads {@code octets}; {@code declared} is the declared charset, empty where there is none. */
  static Decoded decode(Octets octets, String declared) {
    Optional<Decoded> marked = byMark(octets);
    if (marked.isPresent()) {
      return marked.get();
    }
    String label = declared.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
    return switch (label) {
      case "" -> undeclared(octets);
      case "us-ascii", "ascii", "ansi_x3.4-1968" -> undeclared(octets);
      case "utf-7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7" ->
          new Decoded(Utf7.decode(octets), Optional.empty(), false);
      case "utf-16", "unicode", "utf-16le", "utf-16be", "utf-32", "utf-32le", "utf-32be" ->
          wide(octets, label);
      default ->
          charset(label).map(found -> declared(octets, found)).orElseGet(() -> guess(octets));
    };
  }

  private static Optional<Decoded> byMark(Octets octets) {
    if (octets.startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF)) {
      return Optional.of(declared(octets.slice(3, octets.length()), StandardCharsets.UTF_8));
    }
    if (octets.startsWith((byte) 0xFF, (byte) 0xFE, (byte) 0, (byte) 0)) {
      return Optional.of(marked(octets, 4, StandardCharsets.UTF_32LE));
    }
    if (octets.startsWith((byte) 0xFF, (byte) 0xFE)) {
      return Optional.of(marked(octets, 2, StandardCharsets.UTF_16LE));
    }
    if (octets.startsWith((byte) 0xFE, (byte) 0xFF)) {
      return Optional.of(marked(octets, 2, StandardCharsets.UTF_16BE));
    }
    return Optional.empty();
  }

  private static Decoded marked(Octets octets, int mark, Charset charset) {
    return new Decoded(octets.slice(mark, octets.length()).decode(charset), charset, false);
  }

  private static Optional<Charset> charset(String label) {
    try {
      return Optional.of(Charset.forName(LABELS.getOrDefault(label, label)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** Trusts a declared charset unless a good part of the text is unreadable in it. */
  private static Decoded declared(Octets octets, Charset charset) {
    String text = octets.decode(charset);
    int first = text.indexOf('\uFFFD');
    if (first < 0) {
      return new Decoded(text, charset, false);
    }
    long unreadable = text.chars().skip(first).filter(c -> c == '\uFFFD').count();
    long foreign = text.chars().filter(c -> c > 0x7F).count();
    return unreadable * 2 > foreign ? guess(octets) : new Decoded(text, charset, true);
  }

  private static Decoded undeclared(Octets octets) {
    String text = octets.decode(StandardCharsets.UTF_8);
    if (text.length() == octets.length() && text.indexOf('\0') < 0 && text.indexOf('\uFFFD') < 0) {
      return new Decoded(text, StandardCharsets.UTF_8, false);
    }
    return guess(octets);
  }

  /** UTF-16 and UTF-32 by where the zeros stand; without any zero the label is a lie. */
  private static Decoded wide(Octets octets, String label) {
    int zeros = 0;
    int evenZeros = 0;
    int sample = Math.min(octets.length(), SAMPLE);
    for (int i = 0; i < sample; i++) {
      boolean zero = octets.at(i) == 0;
      zeros += zero ? 1 : 0;
      evenZeros += zero && i % 2 == 0 ? 1 : 0;
    }
    if (zeros == 0 && octets.decode(StandardCharsets.UTF_8).indexOf('\uFFFD') < 0) {
      return guess(octets);
    }
    boolean little = zeros == 0 ? label.endsWith("le") : evenZeros * 2 < zeros;
    if (label.startsWith("utf-32")) {
      boolean first = octets.length() > 0 && octets.at(0) != 0;
      return in(octets, first ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_32BE);
    }
    return in(octets, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  private static Decoded in(Octets octets, Charset charset) {
    return new Decoded(octets.decode(charset), charset, false);
  }

  private static Decoded guess(Octets octets) {
    String utf8 = octets.decode(StandardCharsets.UTF_8);
    boolean zeros = utf8.indexOf('\0') >= 0;
    if (zeros && looksWide(octets)) {
      Decoded wide = wide(octets, "utf-16");
      return new Decoded(wide.text(), wide.charset(), true);
    }
    if (utf8.indexOf('\uFFFD') < 0) {
      return new Decoded(utf8, StandardCharsets.UTF_8, true);
    }
    Charset detected = detected(octets);
    return new Decoded(octets.decode(detected), detected, true);
  }

  private static boolean looksWide(Octets octets) {
    int sample = Math.min(octets.length(), SAMPLE);
    int zeros = 0;
    for (int i = 0; i < sample; i++) {
      zeros += octets.at(i) == 0 ? 1 : 0;
    }
    return zeros * 5 > sample * 2 && zeros * 5 < sample * 3;
  }

  /** ICU's detector for text mostly of foreign letters; the odd accent is windows-1252. */
  private static Charset detected(Octets octets) {
    Octets sample = octets.slice(0, Math.min(octets.length(), SAMPLE));
    int high = 0;
    for (int i = 0; i < sample.length(); i++) {
      high += sample.at(i) < 0 ? 1 : 0;
    }
    if (high * 5 < sample.length()) {
      return Headers.WINDOWS_1252;
    }
    CharsetMatch match = new CharsetDetector().setText(sample.toByteArray()).detect();
    boolean sure = match != null && match.getConfidence() >= CONFIDENCE;
    return sure
        ? charset(match.getName().toLowerCase(Locale.ROOT)).orElse(Headers.WINDOWS_1252)
        : Headers.WINDOWS_1252;
  }
}
