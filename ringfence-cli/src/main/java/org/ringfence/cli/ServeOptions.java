package org.ringfence.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.FailMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code serve}: where it listens, what is done, and what where nothing can be. */
final class ServeOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "A YAML file of settings (docs/settings.md); the options below stand over it.",
        "`ringfence settings check FILE` says what is wrong with one."
      })
  @Nullable Path config;

  @Option(
      names = "--milter",
      paramLabel = "HOST:PORT|unix:PATH|off",
      description = {
        "Where mail servers reach the milter. Default: 127.0.0.1:8891.",
        "unix: a socket that its owner and group may use."
      })
  @Nullable String milter;

  @Option(
      names = "--on-callback",
      paramLabel = "mark|quarantine|reject",
      description = {
        "What is done with callback phishing. Default: mark.",
        "mark: deliver it, with its verdict in the header.",
        "quarantine: into the mail server's own hold queue; with a next hop in the settings, into"
            + " the store.",
        "reject: refuse it with 550 5.7.1."
      })
  @Nullable CallbackChoice onCallback;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = {
        "Mail flow rules (POLICY.md) that say what is done, instead of --on-callback.",
        "Rules on audit are in the log where they apply, and do nothing."
      })
  @Nullable Path policy;

  @Option(
      names = "--fail",
      paramLabel = "accept-and-mark|temp-fail",
      converter = FailModeName.class,
      description = {
        "What all doors do with a mail that could not be judged. Default: accept-and-mark.",
        "accept-and-mark: deliver it, with X-Ringfence-Verdict: not-judged and the reason.",
        "temp-fail: answer 451 4.7.1, and the sending host comes again."
      })
  @Nullable FailMode fail;

  @Option(
      names = "--deadline",
      paramLabel = "SECONDS",
      description = "The longest that a mail may wait for its verdict. Default: 30.")
  @Nullable Integer deadline;

  /** Fail modes by the names that people write. */
  static final class FailModeName implements ITypeConverter<FailMode> {
    @Override
    public FailMode convert(String text) {
      return Arrays.stream(FailMode.values())
          .filter(mode -> name(mode).equals(text.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of "
                          + Arrays.stream(FailMode.values())
                              .map(FailModeName::name)
                              .collect(Collectors.joining(", "))
                          + " but was '"
                          + text
                          + "'"));
    }

    private static String name(FailMode mode) {
      return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
