package org.ringfence.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.ringfence.alert.Alerts;
import org.ringfence.custody.CaseId;
import org.ringfence.door.http.person.PersonPages;
import org.ringfence.door.http.person.PersonParts;
import org.ringfence.door.http.web.PageRoutes;
import org.ringfence.door.http.web.Pages;
import org.ringfence.effect.act.PageLinks;
import org.ringfence.identity.CaseLink;
import org.ringfence.identity.FormToken;
import org.ringfence.identity.LinkKey;
import org.ringfence.knowledge.Guidance;
import org.ringfence.settings.Settings;
import org.ringfence.store.Store;

/** Fits the pages for recipients together, and the links that lead to them. */
final class PersonWiring {
  /** Mail is read after a holiday too. */
  private static final Duration LINK_LIFE = Duration.ofDays(14);

  /** Whoever asks his bank in between comes back to the same page. */
  private static final Duration FORM_LIFE = Duration.ofHours(4);

  private final Settings settings;
  private final Settings.Links links;
  private final byte[] key;

  private PersonWiring(Settings settings, Settings.Links links, byte[] key) {
    this.settings = settings;
    this.links = links;
    this.key = key;
  }

  /**
   * The pages of a site; empty where it has none.
   *
   * @throws CommandFailure where the key of links cannot be used
   */
  static Optional<PersonWiring> of(Settings settings) {
    return settings
        .doors()
        .http()
        .links()
        .map(links -> new PersonWiring(settings, links, key(links)));
  }

  private static byte[] key(Settings.Links links) {
    byte[] chance = new byte[LinkKey.BYTES];
    new SecureRandom().nextBytes(chance);
    try {
      return LinkKey.of(links.key(), chance);
    } catch (IOException unusable) {
      throw new CommandFailure(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private CaseLink caseLink() {
    return new CaseLink(key, LINK_LIFE);
  }

  /** Links to the pages. */
  PageLinks links() {
    CaseLink link = caseLink();
    return (id, recipient) ->
        links.publicUrl()
            + "/m/"
            + link.token(new CaseId(id), recipient, InstantSource.system().instant());
  }

  /**
   * The pages.
   *
   * @param guidance the texts that count now
   */
  PageRoutes pages(Store store, Supplier<Guidance> guidance, Alerts alerts, Pages pages) {
    return new PersonPages(
        new PersonParts(
            new PersonParts.Keys(caseLink(), new FormToken(key, FORM_LIFE)),
            new PersonParts.Records(store.cases(), store.responses(), store.audit()),
            new PersonParts.Site(
                guidance,
                settings.desk(),
                settings.site().regions(),
                id -> links.publicUrl() + "/console/cases/" + id),
            alerts,
            InstantSource.system()),
        pages);
  }
}
