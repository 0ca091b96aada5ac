package org.ringfence.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and sizes as administrators write them: 30s, 90d, 32MiB. */
final class Quantities {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,7})(KiB|MiB|GiB)");

  private Quantities() {}

  static Optional<Duration> time(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(time.group(1));
    return Optional.of(
        switch (time.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }

  /** In the largest unit that leaves no rest. */
  static String show(Duration time) {
    long millis = time.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = time.toSeconds();
    if (seconds % 60 != 0 || seconds == 0) {
      return seconds + "s";
    }
    if (seconds % 3600 != 0) {
      return seconds / 60 + "m";
    }
    return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3600 + "h";
  }

  static Optional<Integer> octets(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      return Optional.empty();
    }
    long octets =
        Long.parseLong(size.group(1))
            << switch (size.group(2)) {
              case "KiB" -> 10;
              case "MiB" -> 20;
              default -> 30;
            };
    return octets > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) octets);
  }

  /** In the largest unit that leaves no rest. */
  static String size(int octets) {
    if (octets % (1 << 20) == 0) {
      return (octets >> 20) + "MiB";
    }
    return octets % 1024 == 0 ? (octets >> 10) + "KiB" : octets + " octets";
  }
}
