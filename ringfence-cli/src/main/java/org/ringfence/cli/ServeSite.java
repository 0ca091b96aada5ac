package org.ringfence.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import org.ringfence.settings.Address;
import org.ringfence.settings.Settings;

/** What {@code serve} judges for, in the terms that every judging command has. */
final class ServeSite {
  private ServeSite() {}

  /**
   * The settings as a judging command would have been given them.
   *
   * @param given the options of the command, of which those about Azure count beside the settings
   */
  static SiteOptions of(Settings settings, SiteOptions given) {
    SiteOptions site = new SiteOptions();
    site.knowledge.folder = settings.site().knowledge().orElse(null);
    site.ownDomains = settings.site().domains();
    site.regions = settings.site().regions();
    site.ocr = SiteOptions.Ocr.valueOf(settings.site().ocr().name());
    authentication(settings.authentication(), site.authentication);
    tenants(settings, given.tenants, site.tenants);
    return site;
  }

  private static void authentication(Settings.Authentication from, AuthenticationOptions to) {
    to.source = AuthenticationOptions.Source.valueOf(from.source().name());
    to.zone = from.zone().orElse(null);
    to.resolvers = from.resolvers().stream().map(Address.Tcp::socketAddress).toList();
    to.authservIds = new ArrayList<>(from.authservIds());
    to.ownReceived = from.ownReceived();
    to.arcSealers = from.arcSealers();
    if (from.source() == Settings.Source.DNS && to.authservIds.isEmpty()) {
      to.authservIds.add(hostName());
    }
  }

  private static void tenants(Settings settings, TenantOptions given, TenantOptions to) {
    to.inventory = settings.site().inventory().orElse(null);
    to.ledger = settings.store().ledger().orElse(null);
    to.snsTopics = settings.platforms().topics();
    to.azure = given.azure;
    to.azureTenant = given.azureTenant;
    to.azureClient = given.azureClient;
    to.azureSecretFile = given.azureSecretFile;
    to.azureCertificate = given.azureCertificate;
    to.azureManagedIdentity = given.azureManagedIdentity;
    to.azureCloud = given.azureCloud;
    if (!given.asksAzure()) {
      to.azureSettings = settings.platforms().azure();
    }
  }

  /** The name of this machine. */
  static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
