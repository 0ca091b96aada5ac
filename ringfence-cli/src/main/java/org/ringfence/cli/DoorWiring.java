package org.ringfence.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringfence.connector.smtp.NextHop;
import org.ringfence.connector.smtp.SmtpConnector;
import org.ringfence.connector.smtp.SmtpTimes;
import org.ringfence.door.milter.MilterAddress;
import org.ringfence.door.milter.MilterServer;
import org.ringfence.door.milter.MilterSettings;
import org.ringfence.door.smtp.SmtpAddress;
import org.ringfence.door.smtp.SmtpDoor;
import org.ringfence.door.smtp.SmtpSettings;
import org.ringfence.door.spamd.Scale;
import org.ringfence.door.spamd.SpamdAddress;
import org.ringfence.door.spamd.SpamdDoor;
import org.ringfence.door.spamd.SpamdSettings;
import org.ringfence.door.webhook.WebhookServer;
import org.ringfence.ledger.AlertRecorder;
import org.ringfence.mail.IpNetwork;
import org.ringfence.operation.Meters;
import org.ringfence.reception.Reception;
import org.ringfence.settings.Address;
import org.ringfence.settings.Settings;

/** Opens the doors that mail, and the site's own alerts, come in by. */
final class DoorWiring {
  private final Settings settings;
  private final OpenDoors doors;

  DoorWiring(Settings settings, OpenDoors doors) {
    this.settings = settings;
    this.doors = doors;
  }

  /**
   * The next hop; empty where there is none.
   *
   * @throws CommandFailure where it cannot be used
   */
  static Optional<SmtpConnector> connector(Optional<Settings.NextHop> settings) {
    return settings.map(
        hop ->
            new SmtpConnector(
                new NextHop(
                    NextHop.Protocol.valueOf(hop.protocol().name()),
                    hop.address().host(),
                    hop.address().port(),
                    encryption(hop.encryption()),
                    ServeSite.hostName()),
                SmtpTimes.standard(),
                System::nanoTime));
  }

  private static NextHop.Encryption encryption(Settings.Encryption wanted) {
    return switch (wanted) {
      case NEVER -> new NextHop.Never();
      case OPPORTUNISTIC -> new NextHop.Opportunistic();
      case REQUIRED -> new NextHop.Required(TlsFiles.ofThisMachine());
    };
  }

  /** The milter, where it is open. */
  void milter(Reception reception) {
    Settings.Milter milter = settings.doors().milter();
    milter
        .address()
        .ifPresent(
            address -> {
              MilterServer server =
                  new MilterServer(
                      address(address),
                      bounds(milter),
                      reception,
                      new MilterServer.Clocks(InstantSource.system(), System::nanoTime));
              doors.open("milter", server, server::start);
            });
  }

  private static MilterAddress address(Address address) {
    return switch (address) {
      case Address.Tcp(String host, int port) -> new MilterAddress.Tcp(host, port);
      case Address.Unix(var path) -> new MilterAddress.Unix(path);
    };
  }

  private MilterSettings bounds(Settings.Milter milter) {
    MilterSettings standard = MilterSettings.standard();
    return new MilterSettings(
        milter.connections(),
        standard.packetBytes(),
        standard.messageBytes(),
        standard.roomBytes(),
        milter.idle(),
        standard.packetTime(),
        settings.judging().drain());
  }

  /** The SMTP and LMTP doors, where they are open. */
  void smtp(Reception reception, SmtpConnector connector, Meters meters) {
    smtp("smtp", settings.doors().smtp(), reception, connector, meters);
    smtp("lmtp", settings.doors().lmtp(), reception, connector, meters);
  }

  private void smtp(
      String name,
      Settings.Smtp settings,
      Reception reception,
      SmtpConnector connector,
      Meters meters) {
    settings
        .address()
        .ifPresent(
            address -> {
              SmtpDoor door =
                  new SmtpDoor(
                      SmtpAddress.of(name + ":" + address),
                      bounds(settings),
                      reception,
                      connector,
                      new SmtpDoor.Clocks(InstantSource.system(), System::nanoTime),
                      meters);
              doors.open(name.toUpperCase(Locale.ROOT) + " door", door, door::start);
            });
  }

  private SmtpSettings bounds(Settings.Smtp door) {
    SmtpSettings.Bounds bounds = SmtpSettings.Bounds.standard();
    SmtpSettings.Times times = SmtpSettings.Times.standard();
    return new SmtpSettings(
        ServeSite.hostName(),
        new SmtpSettings.Bounds(
            door.connections(),
            bounds.messageBytes(),
            bounds.roomBytes(),
            bounds.lineOctets(),
            bounds.recipients(),
            bounds.errors()),
        new SmtpSettings.Times(times.command(), times.message(), settings.judging().drain()),
        networks(door.trustedPeers()),
        door.tls().map(TlsFiles::context));
  }

  private static List<IpNetwork> networks(List<String> written) {
    try {
      return written.stream().map(IpNetwork::of).toList();
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure("A network of the settings: " + wrong.getMessage(), wrong);
    }
  }

  /** The door for spamc, where it is open. */
  void spamd(Reception reception, Meters meters) {
    Settings.Spamd spamd = settings.doors().spamd();
    spamd
        .address()
        .ifPresent(
            address -> {
              SpamdDoor door =
                  new SpamdDoor(
                      spamd(address),
                      bounds(spamd),
                      reception,
                      new SpamdDoor.Clocks(InstantSource.system(), System::nanoTime),
                      meters);
              doors.open("spamd door", door, door::start);
            });
  }

  private static SpamdAddress spamd(Address address) {
    return switch (address) {
      case Address.Tcp(String host, int port) -> new SpamdAddress.Tcp(host, port);
      case Address.Unix(var path) -> new SpamdAddress.Unix(path);
    };
  }

  private SpamdSettings bounds(Settings.Spamd spamd) {
    SpamdSettings standard =
        SpamdSettings.standard(new Scale(Wiring.SUSPICIOUS, Wiring.CALLBACK_PHISHING));
    return new SpamdSettings(
        spamd.connections(),
        standard.messageBytes(),
        standard.roomBytes(),
        standard.requestTime(),
        settings.judging().drain(),
        networks(spamd.peers()),
        standard.scale());
  }

  /** The webhooks, where they are open. */
  void webhook(AlertRecorder recorder, Console console) {
    Settings.Webhook webhook = settings.doors().webhook();
    webhook
        .address()
        .ifPresent(
            address -> {
              WebhookOptions options = WebhookOptions.of(settings);
              WebhookWiring wiring = new WebhookWiring(options, console);
              WebhookServer server =
                  new WebhookServer(wiring.settings(), wiring.receivers(recorder));
              doors.open("webhook door", server, () -> listening(server, address));
            });
  }

  private static String listening(WebhookServer server, Address.Tcp address) throws IOException {
    return "http://" + new Address.Tcp(address.host(), server.start());
  }
}
