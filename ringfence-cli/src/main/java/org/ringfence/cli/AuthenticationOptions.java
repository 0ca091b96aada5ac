package org.ringfence.cli;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringfence.mail.TrustBoundary;
import picocli.CommandLine.Option;

/** How it is found out who really sent a mail, and whose word is taken for it. */
final class AuthenticationOptions {
  /** Who is asked. */
  enum Source {
    /** The DNS: SPF, DKIM, DMARC and ARC are checked here. */
    DNS,
    /** The Authentication-Results of the site's own relays. */
    HEADER,
    /** Nobody. */
    OFF
  }

  @Option(
      names = "--auth",
      paramLabel = "dns|header|off",
      description = {
        "Find out who really sent a mail. Default: off; for serve: dns.",
        "dns: check SPF, DKIM, DMARC and ARC yourself. Off by default, for the keys of old mail are"
            + " gone from the DNS, and every question tells somebody which mail you look at.",
        "header: believe the Authentication-Results of your own relays."
      })
  @Nullable Source source;

  @Option(
      names = "--dns-zone",
      paramLabel = "FILE",
      description = "A zone file that stands in for the DNS; nobody is asked. Implies --auth dns.")
  @Nullable Path zone;

  @Option(
      names = "--authserv-id",
      paramLabel = "NAME",
      description = {
        "The name by which a relay of yours signs its Authentication-Results. Repeatable. Exchange"
            + " Online writes none: give \"\" then.",
        "Fields of that name where strangers write are reported as forged."
      })
  List<String> authservIds = new ArrayList<>();

  @Option(
      names = "--own-received",
      paramLabel = "N",
      description = {
        "How many Received fields your own relays have put on top of a mail; what stands above the"
            + " last of them is believed. Default: 1 with --authserv-id, else 0."
      })
  @Nullable Integer ownReceived;

  @Option(
      names = "--arc-sealer",
      paramLabel = "DOMAIN",
      description = "A forwarder whose ARC seal is believed. Repeatable.")
  List<String> arcSealers = new ArrayList<>();

  /** The recursive resolvers to ask; none for those of the system. */
  List<InetSocketAddress> resolvers = List.of();

  /** Who is asked, after what was given and what was not. */
  Source source() {
    Source given = source;
    if (given == null) {
      return zone == null ? Source.OFF : Source.DNS;
    }
    return given;
  }

  /**
   * Whose words are believed.
   *
   * @throws CommandFailure where the options contradict each other
   */
  TrustBoundary boundary() {
    Integer given = ownReceived;
    int received = given == null ? (authservIds.isEmpty() ? 0 : 1) : given;
    if (received < 0) {
      throw new CommandFailure("--own-received is " + received + "; give 0 or more.");
    }
    if (source() == Source.HEADER && (authservIds.isEmpty() || received == 0)) {
      throw new CommandFailure(
          "--auth header believes relays of yours alone: name them with --authserv-id, and let"
              + " --own-received count at least one.");
    }
    if (source() != Source.DNS && zone != null) {
      throw new CommandFailure(
          "--dns-zone stands in for the DNS, which --auth dns alone asks. Leave one of the two"
              + " out.");
    }
    return new TrustBoundary(new HashSet<>(authservIds), received, new HashSet<>(arcSealers));
  }
}
