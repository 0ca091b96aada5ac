package org.ringfence.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ringfence.arrival.fold.Folding;
import org.ringfence.arrival.parse.MessageParser;
import org.ringfence.arrival.parse.calendar.CalendarReader;
import org.ringfence.arrival.parse.document.LegacyOfficeReader;
import org.ringfence.arrival.parse.document.OfficeReader;
import org.ringfence.arrival.parse.document.PdfReader;
import org.ringfence.arrival.parse.document.RtfReader;
import org.ringfence.arrival.parse.document.SvgReader;
import org.ringfence.arrival.parse.image.PictureReader;
import org.ringfence.arrival.parse.image.Pictures;
import org.ringfence.arrival.parse.mailfile.MsgReader;
import org.ringfence.arrival.parse.mailfile.TnefReader;
import org.ringfence.arrival.parse.part.AttachmentReader;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.assessment.authentication.source.AuthenticationSource;
import org.ringfence.assessment.authentication.source.Unverified;
import org.ringfence.assessment.hallmark.Hallmarks;
import org.ringfence.assessment.lure.LureReader;
import org.ringfence.assessment.number.NumberReader;
import org.ringfence.assessment.path.DeliveryPathReader;
import org.ringfence.assessment.platform.PlatformReader;
import org.ringfence.assessment.tenant.PlatformRecords;
import org.ringfence.assessment.tenant.TenantReader;
import org.ringfence.connector.tesseract.TesseractRecognizer;
import org.ringfence.connector.tesseract.TesseractSettings;
import org.ringfence.decision.judge.Example;
import org.ringfence.decision.judge.Judge;
import org.ringfence.decision.judge.Trainer;
import org.ringfence.decision.policy.Vocabulary;
import org.ringfence.effect.educate.Advising;
import org.ringfence.flow.MailFlow;
import org.ringfence.knowledge.Catalog;
import org.ringfence.knowledge.Checking;
import org.ringfence.knowledge.Guidance;
import org.ringfence.knowledge.HallmarkText;
import org.ringfence.knowledge.JudgeModel;
import org.ringfence.knowledge.JudgeModelFile;
import org.ringfence.knowledge.KnowledgeException;
import org.ringfence.knowledge.Notices;
import org.ringfence.knowledge.PlatformProfile;
import org.ringfence.knowledge.WordWeights;
import org.ringfence.ledger.AlertLedger;
import org.ringfence.mail.Admd;
import org.ringfence.mail.Limits;
import org.ringfence.site.InventoryFile;

/** Fits the steps together: the only place that does. */
final class Wiring implements Assembly {
  static final double SUSPICIOUS = 0.5;
  static final double CALLBACK_PHISHING = 0.72;

  private final Console console;

  Wiring(Console console) {
    this.console = console;
  }

  @Override
  public Assembled assemble(SiteOptions options) {
    return assembled(
        options,
        new TenantWiring(options.tenants, console).records(),
        AuthenticationWiring.source(options.authentication));
  }

  @Override
  public Assembled assemble(
      SiteOptions options, AlertLedger ledger, UnaryOperator<Resolver> asked) {
    return assembled(
        options,
        new TenantWiring(options.tenants, console).records(ledger),
        AuthenticationWiring.source(options.authentication, asked));
  }

  private Assembled assembled(
      SiteOptions options, List<PlatformRecords> records, AuthenticationSource source) {
    KnowledgeFolder folder = KnowledgeFolder.of(options.knowledge, console);
    Catalog catalog = catalog(folder);
    MailFlow flow = flow(catalog, model(folder), options, records, source);
    return new Assembled(
        flow::judge, new CatalogTitles(catalog), folder.root().resolve("platforms"));
  }

  @Override
  public Apprentice apprentice(SiteOptions options) {
    if (options.authentication.source() != AuthenticationOptions.Source.OFF) {
      throw new CommandFailure(
          "A model is made of what mails say, not of what the DNS says today: the same mails must"
              + " give the same model. Leave --auth and --dns-zone out.");
    }
    Catalog catalog = catalog(KnowledgeFolder.of(options.knowledge, console));
    JudgeModel blank =
        new JudgeModel(0, Map.of(), 0, WordWeights.none(), SUSPICIOUS, CALLBACK_PHISHING);
    MailFlow flow =
        flow(
            catalog,
            blank,
            options,
            List.of(),
            AuthenticationWiring.source(options.authentication));
    Folding folding = new Folding();
    Map<String, Double> priors = new HashMap<>();
    catalog.hallmarks().forEach(text -> priors.put(text.id(), text.prior()));
    return new Apprentice(
        flow::judge,
        (id, group, callback, record) ->
            Example.of(id, group, callback, record.findings(), folding.fold(record.message())),
        new Trainer(priors, SUSPICIOUS, CALLBACK_PHISHING)::train);
  }

  @Override
  public Vocabulary vocabulary(SiteOptions.KnowledgeOption knowledge) {
    Catalog catalog = catalog(KnowledgeFolder.of(knowledge, console));
    return new Vocabulary(
        catalog.platforms().stream().map(PlatformProfile::id).collect(Collectors.toSet()),
        catalog.platforms().stream()
            .flatMap(profile -> profile.kinds().stream())
            .map(PlatformProfile.Kind::id)
            .collect(Collectors.toSet()),
        catalog.hallmarks().stream().map(HallmarkText::id).collect(Collectors.toSet()));
  }

  @Override
  public Notices notices(SiteOptions.KnowledgeOption knowledge) {
    KnowledgeFolder folder = KnowledgeFolder.of(knowledge, console);
    try {
      return Notices.read(folder, catalog(folder), Checking.BINDING);
    } catch (KnowledgeException wrong) {
      throw unusable(folder, wrong);
    }
  }

  @Override
  public Guidance guidance(SiteOptions.KnowledgeOption knowledge) {
    KnowledgeFolder folder = KnowledgeFolder.of(knowledge, console);
    try {
      return Guidance.read(folder, catalog(folder), Checking.BINDING);
    } catch (KnowledgeException wrong) {
      throw unusable(folder, wrong);
    }
  }

  static Catalog catalog(KnowledgeFolder folder) {
    try {
      return Catalog.read(folder, Checking.BINDING);
    } catch (KnowledgeException wrong) {
      throw unusable(folder, wrong);
    }
  }

  static JudgeModel model(KnowledgeFolder folder) {
    try {
      return JudgeModelFile.read(folder);
    } catch (KnowledgeException wrong) {
      throw unusable(folder, wrong);
    }
  }

  private static CommandFailure unusable(KnowledgeFolder folder, KnowledgeException wrong) {
    return new CommandFailure(
        "The knowledge in "
            + folder.root()
            + " cannot be used; `ringfence knowledge check` says more.\n"
            + wrong.getMessage(),
        wrong);
  }

  private MailFlow flow(
      Catalog catalog,
      JudgeModel model,
      SiteOptions options,
      List<PlatformRecords> records,
      AuthenticationSource source) {
    return new MailFlow(
        steps(catalog, model, options, records).authenticating(source),
        admd(catalog, options),
        System::nanoTime);
  }

  private Admd admd(Catalog catalog, SiteOptions options) {
    InventoryFile held = new TenantWiring(options.tenants, console).inventory(catalog.platforms());
    Set<String> domains = new HashSet<>(options.ownDomains);
    domains.addAll(held.domains());
    return new Admd(domains, options.regions, options.authentication.boundary(), held.inventory());
  }

  static MailFlow.Steps steps(
      Catalog catalog, JudgeModel model, SiteOptions options, List<PlatformRecords> records) {
    Folding folding = new Folding();
    return new MailFlow.Steps(
        new MessageParser(Limits.standard(), System::nanoTime, readers(pictures(options.ocr()))),
        new Unverified(options.authentication.boundary()),
        new DeliveryPathReader(catalog.mailboxProviders(), catalog.hostedMail()),
        folding,
        new PlatformReader(catalog.platforms(), catalog.linkRewriting()),
        new TenantReader(catalog.platforms(), records),
        new LureReader(catalog.vocabularies(), catalog.brands(), catalog.currencies(), folding),
        new NumberReader(catalog.numbering(), options.regions),
        new Hallmarks(catalog.brands(), catalog.mailboxProviders()),
        new Judge(model, catalog.hallmarks()),
        new Advising(catalog.directory(), catalog.brands(), catalog.platforms()));
  }

  /** The first that accepts a part reads it, so those that look closest come first. */
  private static List<AttachmentReader> readers(Pictures pictures) {
    return List.of(
        new CalendarReader(),
        new SvgReader(),
        new PdfReader(pictures),
        new MsgReader(),
        new TnefReader(),
        new OfficeReader(),
        new LegacyOfficeReader(),
        new RtfReader(),
        new PictureReader(pictures));
  }

  private static Pictures pictures(SiteOptions.Ocr ocr) {
    return switch (ocr) {
      case OFF -> Pictures.notLookedAt();
      case AUTO ->
          new Pictures(
              new LazyRecognizer(() -> new TesseractRecognizer(TesseractSettings.standard())));
      case ON -> {
        TesseractRecognizer tesseract = new TesseractRecognizer(TesseractSettings.standard());
        if (!tesseract.isAvailable()) {
          throw new CommandFailure(
              "--ocr on: tesseract was not found. Install the package tesseract-ocr, or leave the"
                  + " option out.");
        }
        yield new Pictures(tesseract);
      }
    };
  }
}
