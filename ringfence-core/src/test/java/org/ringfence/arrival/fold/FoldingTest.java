package org.ringfence.arrival.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Message;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

class FoldingTest {
  private final Folding folding = new Folding();

  @ParameterizedTest
  @CsvSource({
    "CALL US Now, call us now",
    "Café Señor Straße Œuvre Ångström Łódź, cafe senor strasse oeuvre angstrom lodz",
    "İstanbul ISPARTA ılık, istanbul isparta ilik",
    "Ｆｕｌｌ－ｗｉｄｔｈ ８０８, full-width 808",
    "𝐂𝐚𝐥𝐥 𝟖𝟬𝟾 𝒩ℴ𝓌, call 808 now",
    "①②③ ⓪ ❶➋ 🄋 ⑴⒉ ⑩, 123 0 12 0 12 10",
    "8️⃣0️⃣8️⃣, 808",
    "ⓒⓐⓛⓛ 🅝🅞🅦 🅲🅰🅻🅻 ᴄᴀʟʟ, call now call call",
    "٨٠٨ ۸۰۸ ८०८ ๘๐๘, 808 808 808 808",
    "é à e̷̸v̶i̵l, e a evil",
    "ﬁle № ™ ℡, file no tm tel",
    "рaypal РayРal Ρaypal, paypal paypal paypal",
    "Mіcrоsоft Wіndоws Dеfеnder, microsoft windows defender",
    "ΜΙCROSOFT miсrosoft, microsoft microsoft",
    "the ассоunt оn our раgе, the account on our page",
    "8О8-2О1, 8o8-2o1"
  })
  void disguise_isUndone(String written, String read) {
    assertThat(fold(written)).isEqualTo(read);
  }

  @Test
  void quotesAndDashes_areThoseOfAKeyboard() {
    assertThat(fold("‘a’ “b” — c – d ‐ e − f")).isEqualTo("'a' \"b\" - c - d - e - f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "сор рос со всеми, звоните нам",
        "το δικό του, και όχι",
        "ガギグゲゴ がぎぐげご ぱぴぷ",
        "해지하려면 전화하세요",
        "هل أنت",
        "धन्यवाद हिन्दी",
        "windows-пользователь пишет нам про айфон",
        "смс smsки пришли нам вчера"
      })
  void otherScripts_stayThemselves(String text) {
    assertThat(fold(text)).isEqualTo(Normalizer2.getNFKCInstance().normalize(text));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D,
        0x200E, 0x202E, 0x2060, 0x2063, 0x2066, 0x2069, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9,
        0xFFFB, 0xE0020, 0xE0061, 0xE0100, 0x0000, 0x0008
      })
  void invisibleCharacter_isTakenOut(int codePoint) {
    String hidden = Character.toString(codePoint);
    assertThat(fold("ca" + hidden + hidden + "ll 8" + hidden + "08")).isEqualTo("call 808");
    assertThat(fold("a " + hidden + " b")).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\u3000", "\u2003 \u2009", "  ", "\u2800", "\u202F"})
  void whiteSpace_isOneSpace(String space) {
    assertThat(fold("a" + space + "b")).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", " \n ", "\t", "\u2028", "\u2029", "\u0085", "\u00A0\n\n"})
  void whiteSpaceWithBreak_isOneLineEnd(String space) {
    assertThat(fold("a" + space + "b")).isEqualTo("a\nb");
  }

  @Test
  void foldedUnits_knowWhereTheyStood() {
    FoldedSurface folded = folding.fold(surface("Straße  \u200B８０\u20608."));
    assertThat(folded.text()).isEqualTo("strasse 808.");
    assertThat(folded.evidence(0, 7).quote()).isEqualTo("Straße");
    assertThat(folded.evidence(8, 11).quote()).isEqualTo("８０\u20608");
    assertThat(folded.foldedIndex(9)).isEqualTo(8);
    assertThat(folded.foldedIndex(99)).isEqualTo(folded.text().length());
  }

  @ParameterizedTest
  @CsvSource({
    "8\u200B08, INVISIBLE_CHARACTERS",
    "8\u202E08, BIDI_CONTROLS",
    "8\uFE0F08, VARIATION_SELECTORS",
    "⑧08, UNICODE_DIGITS",
    "рaypal, LOOKALIKE_LETTERS",
    "𝐜all, LOOKALIKE_LETTERS"
  })
  void disguise_isNamed(String text, Disguise disguise) {
    FoldedSurface folded = folding.fold(surface(text));
    assertThat(folded.disguises(0, folded.text().length())).containsExactly(disguise);
  }

  @ParameterizedTest
  @ValueSource(strings = {"808", "Café", "Привет", "电话 电脑", "808 \u200B", "☎\uFE0F 808", "don’t"})
  void plainText_hasNoDisguise(String text) {
    FoldedSurface folded = folding.fold(surface(text));
    assertThat(folded.disguises(0, folded.text().length())).isEmpty();
  }

  @Test
  void message_foldsEverySurfaceInOrder() {
    Message message =
        new Message(
            new HeaderSection(List.of()),
            new Addressing(List.of(), List.of(), List.of(), List.of(), List.of()),
            List.of(surface("A"), surface("B")),
            List.of());
    assertThat(folding.fold(message).surfaces())
        .extracting(FoldedSurface::text)
        .containsExactly("a", "b");
  }

  @Test
  void everyCodePointAlone_foldsLikeIcuWhereNothingElseIsAsked() {
    Normalizer2 nfkc = Normalizer2.getNFKCInstance();
    for (int c = 0x3041; c < 0xFB00; c = c == 0xD7FF ? 0xE000 : c + 1) {
      String one = Character.toString(c);
      if (Character.isLetter(c) && !LookAlikes.isForeign(c) && isOwnScript(c)) {
        assertThat(fold(one)).as("U+%04X", c).isEqualTo(nfkc.normalize(one));
      }
    }
  }

  private static boolean isOwnScript(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return switch (script) {
      case HIRAGANA, KATAKANA, HAN, HANGUL -> !Invisible.is(c);
      default -> false;
    };
  }

  @Property(tries = 2_000)
  void anyText_mapsEachUnitInsideInOrder(@ForAll("hostile") String text) {
    FoldedSurface folded = folding.fold(surface(text));
    int before = 0;
    for (int i = 0; i <= folded.text().length(); i++) {
      int start = folded.original(i, i).start();
      assertThat(start).isBetween(before, text.length());
      before = start;
    }
    assertThat(folded.text().length()).isLessThanOrEqualTo(text.length() * 4);
    folded.disguises(0, folded.text().length());
  }

  @Property(tries = 1_000)
  void anyText_foldsToWhatFoldsToItself(@ForAll("hostile") String text) {
    assertThat(fold(text)).doesNotContain("  ", " \n", "\n ", "\u200B", "\u00A0");
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(200),
        Arbitraries.strings()
            .withChars(
                "aZ9 \t\n\u200B\u0301\u3099かｶﾞ각ㅏᄀ\u1161\u11A8е\u0430Ω\uD835\uDFD6\uD800é①ß\uFE0F")
            .ofMaxLength(80));
  }

  private String fold(String text) {
    return folding.fold(surface(text)).text();
  }

  private static Surface surface(String text) {
    return new Surface(SurfaceKind.PLAIN_TEXT, Place.part("1"), text);
  }
}
