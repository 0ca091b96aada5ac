package org.ringfence.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every judging command shares: for whom, and with what knowledge. */
final class SiteOptions {
  /** Whether text in pictures is read. */
  enum Ocr {
    /** It is; a missing recogniser is an error. */
    ON,
    /** It is not. */
    OFF,
    /** It is where the recogniser is installed. */
    AUTO
  }

  /** The option of every command that reads knowledge. */
  static final class KnowledgeOption {
    @Option(
        names = "--knowledge",
        paramLabel = "DIR",
        description = {
          "The folder of the knowledge files.",
          "Default: RINGFENCE_KNOWLEDGE, else the installation's own."
        })
    @Nullable Path folder;
  }

  @Mixin KnowledgeOption knowledge = new KnowledgeOption();
  @Mixin AuthenticationOptions authentication = new AuthenticationOptions();
  @Mixin TenantOptions tenants = new TenantOptions();

  @Option(
      names = "--regions",
      split = ",",
      paramLabel = "CC",
      description = "Where your people telephone, as ISO 3166 country codes: BR,US.")
  List<String> regions = new ArrayList<>();

  @Option(
      names = "--own-domain",
      paramLabel = "DOMAIN",
      description = "A domain that you receive mail for. Repeatable.")
  List<String> ownDomains = new ArrayList<>();

  @Option(
      names = "--ocr",
      paramLabel = "on|off|auto",
      description = {
        "Read text in pictures (needs tesseract). Default: auto.",
        "off: pictures are not looked at, QR codes in them neither."
      })
  @Nullable Ocr ocr;

  /** Whether text in pictures is read, after what was given and what was not. */
  Ocr ocr() {
    Ocr given = ocr;
    return given == null ? Ocr.AUTO : given;
  }
}
