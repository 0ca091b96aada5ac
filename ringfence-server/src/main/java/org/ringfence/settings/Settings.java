package org.ringfence.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.educate.DeskContact;
import org.ringfence.reception.ReceptionSettings.Memory;

/**
 * The settings of a serving Ringfence, checked. What each means is written once, in {@link Keys}.
 */
public record Settings(
    Site site,
    Authentication authentication,
    Rules rules,
    Judging judging,
    Doors doors,
    Optional<NextHop> nextHop,
    Store store,
    Platforms platforms,
    Optional<URI> alerts,
    DeskContact desk,
    Log log) {

  /** Whose mail is judged. */
  public record Site(
      List<String> domains,
      List<String> regions,
      Optional<Path> inventory,
      Optional<Path> knowledge,
      Ocr ocr) {}

  /** Whether text in pictures is read. */
  public enum Ocr {
    /** Where the recogniser is installed. */
    AUTO,
    /** It is; a missing recogniser is an error. */
    ON,
    /** It is not. */
    OFF
  }

  /** Who really sent a mail. */
  public record Authentication(
      Source source,
      Optional<Path> zone,
      List<Address.Tcp> resolvers,
      List<String> authservIds,
      int ownReceived,
      List<String> arcSealers) {}

  /** Who is asked. */
  public enum Source {
    /** The DNS. */
    DNS,
    /** The site's own relays, by their Authentication-Results. */
    HEADER,
    /** Nobody. */
    OFF
  }

  /** What is done. */
  public record Rules(
      Optional<Path> policy, CallbackChoice onCallback, Quarantine quarantine, boolean bodyEdits) {}

  /** Where mail is kept back. */
  public enum Quarantine {
    /** In the store. */
    OURS,
    /** In the mail server's hold queue, where it can be. */
    MTA
  }

  /** How long and how much at once. */
  public record Judging(Duration deadline, int judgements, Duration warmUp, Duration drain) {}

  /** Where mail comes in. */
  public record Doors(
      Milter milter, Smtp smtp, Smtp lmtp, Http http, Spamd spamd, Webhook webhook) {}

  /** A closed door has no address. */
  public record Milter(
      Optional<Address> address, FailMode failMode, int connections, Duration idle) {}

  /** The SMTP and LMTP doors. */
  public record Smtp(
      Optional<Address.Tcp> address,
      FailMode failMode,
      int connections,
      List<String> trustedPeers,
      Optional<Tls> tls) {}

  /** The door of the API and of pages. */
  public record Http(
      Optional<Address.Tcp> address,
      Path tokens,
      Optional<Tls> tls,
      boolean plainAnywhere,
      Optional<Links> links) {}

  /**
   * Links to the pages for recipients.
   *
   * @param publicUrl under which address people reach them, without a slash at its end
   * @param key the file of the key
   */
  public record Links(String publicUrl, Path key) {}

  /** The door of spamc. */
  public record Spamd(Optional<Address> address, int connections, List<String> peers) {}

  /** The door of the site's own alerts. */
  public record Webhook(
      Optional<Address.Tcp> address,
      Optional<String> azureTenant,
      List<String> azureAudiences,
      Optional<URI> azureKeys,
      Optional<Secret> secret) {}

  /** Files of a certificate and its private key. */
  public record Tls(Path certificate, Path privateKey) {}

  /** Where mail goes that Ringfence sends itself. */
  public record NextHop(Address.Tcp address, Protocol protocol, Encryption encryption) {}

  /** What the next hop speaks. */
  public enum Protocol {
    SMTP,
    LMTP
  }

  /** Whether the next hop is spoken to under TLS. */
  public enum Encryption {
    /** It is this machine, or one beside it. */
    NEVER,
    /** Where it offers TLS, whoever it is. */
    OPPORTUNISTIC,
    /** Always, and the certificate must be the host's. */
    REQUIRED
  }

  /** What survives a restart. */
  public record Store(
      Place place,
      Optional<Path> keyFile,
      Optional<Path> ledger,
      Keep keep,
      Memory clearMail,
      FailMode failMode) {}

  /** Where it is. */
  public sealed interface Place {}

  /** A file of SQLite. */
  public record InFile(Path path) implements Place {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** A data base of PostgreSQL. */
  public record OnServer(
      Address.Tcp address, String database, String user, Optional<Secret> password)
      implements Place {
    @Override
    public String toString() {
      return "PostgreSQL " + address + "/" + database;
    }
  }

  /** How long what is kept. */
  public record Keep(
      Duration cases,
      Duration clear,
      Duration quarantine,
      Duration finished,
      Duration audit,
      Duration alerts,
      Duration numbers,
      Duration counters) {}

  /**
   * How platforms are asked.
   *
   * @param azure what the connector's variables would say; empty where Azure is not asked
   * @param topics the site's topics on Amazon SNS
   */
  public record Platforms(Map<String, String> azure, List<String> topics) {
    /** Shows no secret. */
    @Override
    public String toString() {
      return "Platforms[azure=" + azure.keySet() + ", topics=" + topics + "]";
    }
  }

  /** What is written about mail. */
  public record Log(LogFormat format, LogLevel level) {}

  /** How a line is written. */
  public enum LogFormat {
    TEXT,
    JSON
  }

  /** From which severity on. */
  public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }
}
