package org.ringfence.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.FailMode;
import org.ringfence.reception.ReceptionSettings.Memory;

/** All settings, in the order in which they are shown. The only place that knows what there is. */
public final class Keys {
  public static final Key<List<String>> DOMAINS =
      Key.of(
          "site.domains",
          Forms.list(Forms.domain()),
          List.of(),
          "The domains that you receive mail for.");
  public static final Key<List<String>> REGIONS =
      Key.of(
          "site.regions",
          Forms.list(Forms.text("a country code, such as US", "[A-Z]{2}")),
          List.of(),
          "Where your people telephone, as ISO 3166 country codes, so that numbers written without"
              + " one can be read.");
  public static final Key<Optional<Path>> INVENTORY =
      Key.of(
          "site.inventory",
          Forms.maybe(Forms.file()),
          Optional.empty(),
          "What you hold on the platforms of others: comma-separated values with the columns scheme"
              + " and identifier.");
  public static final Key<Optional<Path>> KNOWLEDGE =
      Key.of(
              "site.knowledge",
              Forms.maybe(Forms.newFile()),
              Optional.<Path>empty(),
              "The folder of the knowledge files.")
          .unless("that of the installation");
  public static final Key<Settings.Ocr> OCR =
      Key.of(
          "site.ocr",
          Forms.choice(Settings.Ocr.class),
          Settings.Ocr.AUTO,
          "Whether text in pictures is read, which takes tesseract: auto where it is installed."
              + " With off, QR codes in pictures are not looked at either.");

  public static final Key<Settings.Source> AUTHENTICATION =
      Key.of(
          "authentication.source",
          Forms.choice(Settings.Source.class),
          Settings.Source.DNS,
          "How it is found out who really sent a mail. dns: SPF, DKIM, DMARC and ARC are checked"
              + " here. header: the Authentication-Results of your own relays are believed. off:"
              + " nobody is asked.");
  public static final Key<Optional<Path>> ZONE =
      Key.of(
          "authentication.zone",
          Forms.maybe(Forms.file()),
          Optional.empty(),
          "A zone file that stands in for the DNS, to try things out.");
  public static final Key<List<Address.Tcp>> RESOLVERS =
      Key.of(
              "authentication.resolvers",
              Forms.list(Forms.host()),
              List.<Address.Tcp>of(),
              "The recursive resolvers that are asked, in this order.")
          .unless("those of the system");
  public static final Key<List<String>> AUTHSERV_IDS =
      Key.of(
              "authentication.authserv-ids",
              Forms.list(Forms.text("a name, such as mx.example.com", "\\S+")),
              List.<String>of(),
              "The names under which your relays, and Ringfence, write Authentication-Results."
                  + " Fields of these names where strangers write are removed. Exchange Online"
                  + " writes no name: none stands for it.")
          .unless("with dns, the name of this machine");
  public static final Key<Optional<Integer>> OWN_RECEIVED =
      Key.of(
              "authentication.own-received",
              Forms.maybe(Forms.whole(0, 20)),
              Optional.<Integer>empty(),
              "How many Received fields your own relays have put on top of a mail when it comes"
                  + " here; what stands above the last of them is believed. A mail server shows its"
                  + " milters everything but its own, and its content filters that too: where the"
                  + " milter and another door are both open, run two of Ringfence.")
          .unless("1 with header, and where the milter is closed and smtp or lmtp open; else 0");
  public static final Key<List<String>> ARC_SEALERS =
      Key.of(
          "authentication.arc-sealers",
          Forms.list(Forms.domain()),
          List.of(),
          "Forwarders whose ARC seal is believed.");

  public static final Key<Optional<Path>> POLICY =
      Key.of(
          "rules.policy",
          Forms.maybe(Forms.file()),
          Optional.empty(),
          "Your mail flow rules (POLICY.md). They say what is done, instead of on-callback.");
  public static final Key<CallbackChoice> ON_CALLBACK =
      Key.of(
          "rules.on-callback",
          Forms.choice(CallbackChoice.class),
          CallbackChoice.MARK,
          "What is done with callback phishing where there are no rules. mark: it is delivered,"
              + " with its verdict in the header. quarantine: it is kept back. reject: it is"
              + " refused with 550 5.7.1.");
  public static final Key<Optional<Settings.Quarantine>> QUARANTINE =
      Key.of(
              "rules.quarantine",
              Forms.maybe(Forms.choice(Settings.Quarantine.class)),
              Optional.<Settings.Quarantine>empty(),
              "Where mail is kept back. ours: in the store, from where it is released through the"
                  + " next hop. mta: in the mail server's own hold queue, where the door can ask"
                  + " for it; only the milter can.")
          .unless("ours where there is a next hop, else mta");
  public static final Key<Boolean> BODY_EDITS =
      Key.of(
          "rules.body-edits",
          Forms.truth(),
          false,
          "Whether rules may change subject and body: subject-tag, banner, disarm-number. Such an"
              + " edit breaks the DKIM signatures of the mail; the original is not kept. With"
              + " false, rules that enforce one are an error.");

  public static final Key<Duration> DEADLINE =
      Key.of(
          "judging.deadline",
          Forms.time(Duration.ofSeconds(1), Duration.ofMinutes(10)),
          Duration.ofSeconds(30),
          "The longest that a mail may wait for its verdict. What then becomes of it is the door's"
              + " fail-mode.");
  public static final Key<Integer> JUDGEMENTS =
      Key.of(
              "judging.judgements",
              Forms.whole(1, 1_000),
              Math.max(8, 4 * Runtime.getRuntime().availableProcessors()),
              "How many mails are judged at once. A mail that waits for the DNS does not count.")
          .fixed()
          .unless("four times the processors, at least 8");
  public static final Key<Duration> WARM_UP =
      Key.of(
              "judging.warm-up",
              Forms.time(Duration.ZERO, Duration.ofMinutes(1)),
              Duration.ofSeconds(5),
              "How long bundled mails are judged beside the real ones after the start: a young"
                  + " process is slow.")
          .fixed();
  public static final Key<Duration> DRAIN =
      Key.of(
              "judging.drain",
              Forms.time(Duration.ofSeconds(1), Duration.ofMinutes(10)),
              Duration.ofSeconds(30),
              "How long messages under way may take when Ringfence is stopped. Give the service"
                  + " manager more.")
          .fixed();

  public static final DoorKeys MILTER =
      new DoorKeys("milter", Optional.of(new Address.Tcp("127.0.0.1", 8891)));
  public static final DoorKeys SMTP = new DoorKeys("smtp", Optional.empty());
  public static final DoorKeys LMTP = new DoorKeys("lmtp", Optional.empty());
  public static final DoorKeys HTTP = new DoorKeys("http", Optional.empty());
  public static final DoorKeys SPAMD = new DoorKeys("spamd", Optional.empty());
  public static final DoorKeys WEBHOOK = new DoorKeys("webhook", Optional.empty());

  public static final Key<Duration> MILTER_IDLE =
      Key.of(
              "doors.milter.idle",
              Forms.time(Duration.ofSeconds(10), Duration.ofDays(1)),
              Duration.ofSeconds(7_210),
              "How long a mail server may say nothing: it speaks only when its SMTP client does.")
          .fixed();

  public static final Key<List<String>> SPAMD_PEERS =
      Key.of(
              "doors.spamd.peers",
              Forms.list(Forms.network()),
              List.<String>of(),
              "Who may ask, besides whoever is on this machine: the protocol knows no password.")
          .fixed();

  public static final Key<Optional<Path>> TOKENS =
      Key.of(
              "doors.http.tokens",
              Forms.maybe(Forms.newFile()),
              Optional.<Path>empty(),
              "The folder of tokens.json, which says who may ask for what. Without a token the API"
                  + " answers nobody but health checks.")
          .fixed()
          .unless("the state folder");
  public static final Key<Boolean> PLAIN_ANYWHERE =
      Key.of(
              "doors.http.plain-anywhere",
              Forms.truth(),
              false,
              "Whether HTTP without TLS is served on other addresses than loopback, as behind a"
                  + " proxy that ends TLS.")
          .fixed();

  public static final Key<Optional<URI>> PUBLIC_URL =
      Key.of(
              "doors.http.public-url",
              Forms.maybe(Forms.reachable()),
              Optional.<URI>empty(),
              "The address under which your people reach this door. With it, a warning in a mail"
                  + " links to a page that explains the mail and helps whoever already called."
                  + " Without it there are no such pages.")
          .fixed();
  public static final Key<Optional<Path>> LINK_KEY =
      Key.of(
              "doors.http.link-key",
              Forms.maybe(Forms.newFile()),
              Optional.<Path>empty(),
              "A file with the key that the links in warnings are made with, made where it is"
                  + " missing. Several machines need the same.")
          .fixed()
          .unless("link.key in the state folder");

  public static final Key<Optional<URI>> ALERT_WEBHOOK =
      Key.of(
              "alerts.webhook",
              Forms.maybe(Forms.reachable()),
              Optional.<URI>empty(),
              "Where alerts are posted, each as one JSON object: at once when somebody tells that"
                  + " he called. Such calls stand in the audit log and the log in any case.")
          .fixed();

  public static final Key<Optional<String>> DESK_PHONE =
      Key.of(
              "desk.phone",
              Forms.maybe(Forms.text("a telephone number")),
              Optional.<String>empty(),
              "Its telephone number, as your people dial it.")
          .fixed();
  public static final Key<Optional<String>> DESK_MAIL =
      Key.of(
              "desk.mail",
              Forms.maybe(Forms.text("an address")),
              Optional.<String>empty(),
              "Its mail address.")
          .fixed();
  public static final Key<Optional<String>> DESK_HOURS =
      Key.of(
              "desk.hours",
              Forms.maybe(Forms.text("words")),
              Optional.<String>empty(),
              "When it answers, as people say it.")
          .fixed();

  public static final Key<Optional<String>> WEBHOOK_TENANT =
      Key.of(
              "doors.webhook.azure-tenant",
              Forms.maybe(Forms.text("a GUID", AzureKeys.GUID)),
              Optional.<String>empty(),
              "Your Entra tenant, for Azure's secure webhook.")
          .fixed();
  public static final Key<List<String>> WEBHOOK_AUDIENCES =
      Key.of(
              "doors.webhook.azure-audiences",
              Forms.list(Forms.text("an application's id or URI")),
              List.<String>of(),
              "Your own applications for the secure webhook.")
          .fixed();
  public static final Key<Optional<URI>> WEBHOOK_KEYS =
      Key.of(
              "doors.webhook.azure-jwks-url",
              Forms.maybe(Forms.url()),
              Optional.<URI>empty(),
              "Where the tenant publishes its signing keys.")
          .fixed()
          .unless("that of the tenant at login.microsoftonline.com");
  public static final Key<Optional<Secret>> WEBHOOK_SECRET =
      Key.of(
              "doors.webhook.secret",
              Forms.secret(),
              Optional.<Secret>empty(),
              "What Azure's plain webhook carries as the last step of its path. At least 16"
                  + " characters.")
          .fixed();

  public static final Key<Optional<Address.Tcp>> NEXT_HOP =
      Key.of(
              "next-hop.address",
              Forms.maybe(Forms.host()),
              Optional.<Address.Tcp>empty(),
              "The mail server that takes what Ringfence sends itself: released, redirected and"
                  + " copied mail, and all mail of the SMTP and LMTP doors. With Postfix, an smtpd"
                  + " without the milter, such as 127.0.0.1:10026.")
          .fixed();

  public static final Key<Settings.Protocol> NEXT_HOP_PROTOCOL =
      Key.of(
              "next-hop.protocol",
              Forms.choice(Settings.Protocol.class),
              Settings.Protocol.SMTP,
              "What it speaks.")
          .fixed();
  public static final Key<Settings.Encryption> NEXT_HOP_TLS =
      Key.of(
              "next-hop.tls",
              Forms.choice(Settings.Encryption.class),
              Settings.Encryption.NEVER,
              "never: it is this machine, or one beside it. opportunistic: where it offers TLS,"
                  + " whoever it is. required: always, and the certificate must be the host's.")
          .fixed();

  public static final Key<Optional<Path>> STORE_PATH =
      Key.of(
              "store.path",
              Forms.maybe(Forms.newFile()),
              Optional.<Path>empty(),
              "The SQLite file of cases and quarantine, made where it is missing.")
          .fixed()
          .unless("ringfence.db in the state folder");
  public static final Key<Optional<Address.Tcp>> POSTGRESQL =
      Key.of(
              "store.postgresql.address",
              Forms.maybe(Forms.host()),
              Optional.<Address.Tcp>empty(),
              "A PostgreSQL instead of the file, for several machines with one quarantine.")
          .fixed();
  public static final Key<String> POSTGRESQL_DATABASE =
      Key.of("store.postgresql.database", Forms.text("a name"), "ringfence", "Its database.")
          .fixed();
  public static final Key<String> POSTGRESQL_USER =
      Key.of("store.postgresql.user", Forms.text("a name"), "ringfence", "The user.").fixed();
  public static final Key<Optional<Secret>> POSTGRESQL_PASSWORD =
      Key.of(
              "store.postgresql.password",
              Forms.secret(),
              Optional.<Secret>empty(),
              "The user's password.")
          .fixed();
  public static final Key<Optional<Path>> KEY_FILE =
      Key.of(
              "store.key-file",
              Forms.maybe(Forms.file()),
              Optional.<Path>empty(),
              "A file with the key that kept mail is encrypted with. Whoever loses it loses the"
                  + " mail.")
          .fixed();
  public static final Key<Optional<Path>> LEDGER =
      Key.of(
              "store.ledger",
              Forms.maybe(Forms.newFile()),
              Optional.<Path>empty(),
              "The ledger that a process of its own, ringfence webhook, keeps of your alerts; it is"
                  + " asked instead of the store.")
          .fixed();
  public static final Key<Memory> MEMORY =
      Key.of(
          "store.clear-mail",
          Forms.choice(Memory.class),
          Memory.FACTS,
          "What is remembered of clear mail. all: as of all other. facts: when, how long and which"
              + " platform, and no words or addresses of it. count: that there was one.");
  public static final Key<FailMode> STORE_FAIL_MODE =
      Key.of(
          "store.fail-mode",
          Forms.choice(FailMode.class),
          FailMode.TEMP_FAIL,
          "What becomes of a mail that was to be kept back and cannot be, as the disk is full or"
              + " the data base away.");

  public static final Key<Settings.LogFormat> LOG_FORMAT =
      Key.of(
          "log.format",
          Forms.choice(Settings.LogFormat.class),
          Settings.LogFormat.TEXT,
          "text: one line of key=value for each mail. json: one object a line.");
  public static final Key<Settings.LogLevel> LOG_LEVEL =
      Key.of(
          "log.level",
          Forms.choice(Settings.LogLevel.class),
          Settings.LogLevel.INFO,
          "From which severity on something is written. Every mail is one line at info; one that"
              + " could not be judged is a warning.");

  private Keys() {}

  /** All of them. */
  static List<Key<?>> all() {
    return Stream.of(
            Stream.of(DOMAINS, REGIONS, INVENTORY, KNOWLEDGE, OCR),
            Stream.of(AUTHENTICATION, ZONE, RESOLVERS, AUTHSERV_IDS, OWN_RECEIVED, ARC_SEALERS),
            Stream.of(POLICY, ON_CALLBACK, QUARANTINE, BODY_EDITS),
            Stream.of(DEADLINE, JUDGEMENTS, WARM_UP, DRAIN),
            doors(),
            Stream.of(NEXT_HOP, NEXT_HOP_PROTOCOL, NEXT_HOP_TLS),
            Stream.of(
                STORE_PATH,
                POSTGRESQL,
                POSTGRESQL_DATABASE,
                POSTGRESQL_USER,
                POSTGRESQL_PASSWORD,
                KEY_FILE,
                LEDGER,
                MEMORY,
                STORE_FAIL_MODE),
            KeepKeys.all(),
            Stream.of(ALERT_WEBHOOK, DESK_PHONE, DESK_MAIL, DESK_HOURS),
            AzureKeys.all(),
            Stream.of(LOG_FORMAT, LOG_LEVEL))
        .flatMap(part -> part)
        .<Key<?>>map(key -> key)
        .toList();
  }

  private static Stream<Key<?>> doors() {
    return Stream.of(
            Stream.of(MILTER.address(), MILTER.failMode(), MILTER.connections(), MILTER_IDLE),
            Stream.of(
                SMTP.address(),
                SMTP.failMode(),
                SMTP.connections(),
                SMTP.peers(),
                SMTP.certificate(),
                SMTP.privateKey()),
            Stream.of(LMTP.address(), LMTP.failMode(), LMTP.connections(), LMTP.peers()),
            Stream.of(
                HTTP.address(),
                TOKENS,
                HTTP.certificate(),
                HTTP.privateKey(),
                PLAIN_ANYWHERE,
                PUBLIC_URL,
                LINK_KEY),
            Stream.of(SPAMD.address(), SPAMD.connections(), SPAMD_PEERS),
            Stream.of(
                WEBHOOK.address(), WEBHOOK_TENANT, WEBHOOK_AUDIENCES, WEBHOOK_KEYS, WEBHOOK_SECRET))
        .flatMap(part -> part)
        .map(key -> key);
  }

  /** What each section is for, in the order of the file. */
  static Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("site", "Whose mail is judged, and with what knowledge.");
    sections.put("authentication", "Who is asked who really sent a mail.");
    sections.put("rules", "What is done with a judged mail.");
    sections.put("judging", "How long and how much at once.");
    sections.put(
        "doors",
        "Where mail comes in. A door is closed until it has an address; the milter has one.");
    sections.put("doors.milter", "For Postfix and Sendmail, which ask about each mail.");
    sections.put("doors.smtp", "A content filter: mail comes in by SMTP and goes to the next hop.");
    sections.put("doors.lmtp", "The same by LMTP, with an answer for each recipient.");
    sections.put("doors.http", "The API, health checks and metrics.");
    sections.put("doors.spamd", "The protocol of SpamAssassin's spamd, for spamc and Exim.");
    sections.put("doors.webhook", "Receives copies of your own alerts over plain HTTP.");
    sections.put("next-hop", "Where mail goes that Ringfence sends itself.");
    sections.put("store", "What survives a restart.");
    sections.put("store.postgresql", "A data base server in the place of the file.");
    sections.put("store.keep", "How long what is kept. What is older is deleted.");
    sections.put("alerts", "What your security desk is told at once.");
    sections.put("desk", "How your people reach your security desk; shown to whoever needs it.");
    sections.put("azure", "How Azure is asked about its alerts; not at all without a credential.");
    sections.put("sns", "Amazon SNS.");
    sections.put("log", "Standard error, one line for each mail, no word of it.");
    return sections;
  }
}
