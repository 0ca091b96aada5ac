package org.ringfence.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder from which rspamd runs with its stock rules: a copy of the package's configuration.
 * Look-ups in lists on the network are off; SPF, DKIM, DMARC and ARC are on, as they are by
 * default, and ask {@link NameServer}.
 *
 * @param folder where everything of it is
 */
public record RspamdHome(Path folder) {
  private static final Path STOCK = Path.of("/etc/rspamd");
  private static final Map<String, String> OFFLINE =
      Map.of(
          "options.inc",
          "dns { nameserver = [\"127.0.0.1:%d\"]; timeout = 1s; retransmits = 1; }"
              .formatted(NameServer.PORT),
          "rbl.conf",
          "enabled = false;",
          "fuzzy_check.conf",
          "enabled = false;",
          "asn.conf",
          "enabled = false;",
          "rspamd_update.conf",
          "enabled = false;",
          "url_redirector.conf",
          "enabled = false;",
          "mx_check.conf",
          "enabled = false;",
          "phishing.conf",
          "openphish_enabled = false; phishtank_enabled = false;");

  /**
   * Makes one.
   *
   * @param overrides further contents of override.d by their file's name, such as what workers run
   */
  public static RspamdHome make(Path folder, Map<String, String> overrides) throws IOException {
    RspamdHome home = new RspamdHome(Files.createDirectories(folder));
    home.copyStock();
    home.override(OFFLINE);
    home.override(overrides);
    return home;
  }

  private Path configuration() {
    return folder.resolve("conf");
  }

  private void copyStock() throws IOException {
    try (Stream<Path> stock = Files.walk(STOCK)) {
      for (Path from : stock.toList()) {
        Path target = configuration().resolve(STOCK.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(target);
        } else {
          Files.copy(from, target);
        }
      }
    }
  }

  private void override(Map<String, String> contents) throws IOException {
    for (var one : contents.entrySet()) {
      Files.writeString(
          configuration().resolve("override.d").resolve(one.getKey()), one.getValue());
    }
  }

  /** Starts rspamd on {@code core} and waits until {@code port} answers. */
  public ServerProcess start(String core, int port) throws IOException {
    return ServerProcess.start(
        core,
        port,
        folder.resolve("rspamd.log"),
        List.of(
            "rspamd",
            "--insecure",
            "--no-fork",
            "--config",
            configuration().resolve("rspamd.conf").toString(),
            "--var=CONFDIR=" + configuration(),
            "--var=LOCAL_CONFDIR=" + configuration(),
            "--var=DBDIR=" + folder,
            "--var=RUNDIR=" + folder,
            "--var=LOGDIR=" + folder));
  }
}
