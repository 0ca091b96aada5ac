package org.ringfence.effect.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.assessment.platform.IdentityCheck;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.effect.act.body.Warning;
import org.ringfence.effect.educate.Advice;
import org.ringfence.effect.educate.ReaderLanguage;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.NoticeText;
import org.ringfence.knowledge.Notices;

/**
 * What a reader is told inside a mail, in a language that he reads.
 *
 * <p>No words of the mail are among it: quoted in a warning, a stranger's words would look like
 * ours. Names come from knowledge, addresses from the directory.
 */
public final class Wording {
  private static final int SAFE_WAYS = 2;

  private final Notices notices;
  private final ReaderLanguage languages;

  /**
   * @param ofSite the site's own language (BCP 47), empty where it has named none
   */
  public Wording(Notices notices, String ofSite) {
    this.notices = notices;
    this.languages = new ReaderLanguage(notices.tags(), ofSite);
  }

  /**
   * The warning above a mail.
   *
   * @param banners the site's own words, as its rules have them
   * @param link the page that explains the mail, if there is one
   */
  Warning warning(CaseRecord record, List<String> banners, Optional<String> link) {
    String language = language(record.advice());
    List<String> lines = new ArrayList<>(banners);
    lines.addAll(who(record, language));
    if (!record.numbers().isEmpty()) {
      lines.add(say(language, NoticeText.CALL, Map.of()));
    }
    record.advice().safeWays().stream()
        .limit(SAFE_WAYS)
        .map(way -> Map.of("name", way.name(), "address", way.address()))
        .forEach(way -> lines.add(say(language, NoticeText.LOOK_UP, way)));
    return new Warning(
        language,
        say(language, NoticeText.HEADING, Map.of()),
        lines,
        link.map(address -> new Warning.Link(say(language, NoticeText.PAGE, Map.of()), address)));
  }

  /** What is said beside {@code e164}; empty where a brand that is spoken of publishes it. */
  Optional<String> remark(Advice advice, String e164) {
    String language = language(advice);
    if (advice.publisher(e164).isPresent()) {
      return Optional.empty();
    }
    boolean international = e164.startsWith("+");
    return advice.publishers().stream()
        .filter(_ -> international)
        .findFirst()
        .map(brand -> say(language, NoticeText.REMARK_NOT_OF, Map.of("brand", brand)))
        .or(() -> Optional.of(say(language, NoticeText.REMARK, Map.of())));
  }

  private List<String> who(CaseRecord record, String language) {
    Map<String, String> platform = Map.of("platform", record.advice().platform());
    if (record.advice().platform().isEmpty()) {
      return List.of(say(language, NoticeText.STRANGER, Map.of()));
    }
    return switch (record.recognition()) {
      case Recognition.Notification found when found.identity() instanceof IdentityCheck.Proven ->
          found.slots().isEmpty()
              ? List.of(say(language, NoticeText.GENUINE, platform))
              : List.of(
                  say(language, NoticeText.GENUINE, platform),
                  say(language, NoticeText.TYPED, platform));
      case Recognition.UnknownForm found when found.identity() instanceof IdentityCheck.Proven ->
          List.of(say(language, NoticeText.GENUINE, platform));
      case Recognition.LookAlike _ -> List.of(say(language, NoticeText.COPY, platform));
      case Recognition.Notification _, Recognition.UnknownForm _, Recognition.Unrecognised() ->
          List.of(say(language, NoticeText.STRANGER, Map.of()));
    };
  }

  private String language(Advice advice) {
    return languages.choose(advice.language());
  }

  private String say(String language, NoticeText text, Map<String, String> values) {
    return notices.say(language, text, values);
  }
}
