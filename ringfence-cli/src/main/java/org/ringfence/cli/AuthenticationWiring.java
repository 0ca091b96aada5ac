package org.ringfence.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.ringfence.assessment.authentication.dns.CacheSettings;
import org.ringfence.assessment.authentication.dns.CachingResolver;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.assessment.authentication.dns.ZoneFile;
import org.ringfence.assessment.authentication.dns.ZoneFileException;
import org.ringfence.assessment.authentication.dns.ZoneResolver;
import org.ringfence.assessment.authentication.source.AuthenticationSource;
import org.ringfence.assessment.authentication.source.OwnVerification;
import org.ringfence.assessment.authentication.source.TrustedRelay;
import org.ringfence.assessment.authentication.source.Unverified;
import org.ringfence.connector.dns.DnsSettings;
import org.ringfence.connector.dns.DnsjavaResolver;
import org.ringfence.mail.Limits;
import org.ringfence.mail.TrustBoundary;

/** The part of {@link Wiring} that fits authentication together. */
final class AuthenticationWiring {
  private static final Duration TIME_OF_A_METHOD = Duration.ofSeconds(10);

  private AuthenticationWiring() {}

  /**
   * The source that {@code options} ask for.
   *
   * @throws CommandFailure where they contradict each other or the zone file cannot be read
   */
  static AuthenticationSource source(AuthenticationOptions options) {
    return source(options, UnaryOperator.identity());
  }

  /**
   * The same, where each question that goes out to the DNS is {@code asked} in a way of its own.
   *
   * @throws CommandFailure as above
   */
  static AuthenticationSource source(AuthenticationOptions options, UnaryOperator<Resolver> asked) {
    TrustBoundary boundary = options.boundary();
    return switch (options.source()) {
      case OFF -> new Unverified(boundary);
      case HEADER -> new TrustedRelay(boundary);
      case DNS ->
          new OwnVerification(
              resolver(options, asked),
              boundary,
              new OwnVerification.Settings(host(options), Limits.standard(), TIME_OF_A_METHOD),
              new OwnVerification.Clocks(InstantSource.system(), System::nanoTime));
    };
  }

  /** RFC 7208 §7.3: "unknown" is the name of a host that does not know its own. */
  private static String host(AuthenticationOptions options) {
    return options.authservIds.stream()
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("unknown");
  }

  private static Resolver resolver(AuthenticationOptions options, UnaryOperator<Resolver> asked) {
    Path zone = options.zone;
    return zone == null
        ? new CachingResolver(
            asked.apply(new DnsjavaResolver(DnsSettings.standard().asking(options.resolvers))),
            CacheSettings.standard(),
            System::nanoTime)
        : zone(zone);
  }

  private static Resolver zone(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return new ZoneResolver(ZoneFile.read(file.toString(), text));
    } catch (IOException unreadable) {
      throw new CommandFailure(
          "--dns-zone " + file + ": this file cannot be read. Check its name and its rights.",
          unreadable);
    } catch (ZoneFileException wrong) {
      throw new CommandFailure("--dns-zone " + wrong.getMessage(), wrong);
    }
  }
}
