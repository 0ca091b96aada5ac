package org.ringfence.assessment.lure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.arrival.fold.FoldedSurface;
import org.ringfence.assessment.lure.CurrencyTable.Sign;
import org.ringfence.knowledge.CurrencySigns;

/**
 * Finds sums of money: a number with a currency's sign before or after it. One look at each unit,
 * and a few at those around a number.
 */
final class AmountReader {
  /** The most amounts kept of one surface. */
  static final int MOST = 200;

  private final CurrencyTable currencies;

  AmountReader(List<CurrencySigns> currencies, FoldedWords folded) {
    this.currencies = new CurrencyTable(currencies, folded);
  }

  /** The amounts of {@code surface}, by start. */
  List<Amount> read(FoldedSurface surface) {
    List<Amount> amounts = new ArrayList<>();
    String text = surface.text();
    int done = 0;
    for (int i = 0; i < text.length() && amounts.size() < MOST; i++) {
      if (WrittenNumber.isDigit(text.charAt(i))) {
        WrittenNumber number = WrittenNumber.at(text, i);
        Optional<Amount> amount = amount(surface, number, done);
        amount.ifPresent(amounts::add);
        done = amount.map(Amount::end).orElse(number.end());
        i = Math.max(done, number.end()) - 1;
      }
    }
    return amounts;
  }

  private Optional<Amount> amount(FoldedSurface surface, WrittenNumber number, int from) {
    Optional<Sign> before =
        currencies.endingAt(surface, gapBefore(surface.text(), number, from), from);
    int behind = gapAfter(surface.text(), number);
    Optional<Sign> after =
        currencies.startingAt(surface, behind).filter(sign -> isOurs(surface.text(), number, sign));
    boolean glued = after.isPresent() && behind == number.end();
    if (before.isEmpty() && !glued && isInsideWord(surface.text(), number)) {
      return Optional.empty();
    }
    if (after.isEmpty() && runsOn(surface.text(), number.end())) {
      return Optional.empty();
    }
    return sum(number, before, after);
  }

  /** "$389.90 USD": the code says which dollar. */
  private static Optional<Amount> sum(
      WrittenNumber number, Optional<Sign> before, Optional<Sign> after) {
    Optional<Sign> telling = before.filter(Sign::isCode).or(() -> after).or(() -> before);
    int start = before.map(Sign::start).orElse(number.start());
    int end = after.map(Sign::end).orElse(number.end());
    return telling.flatMap(
        sign ->
            number.value(sign.decimals()).map(value -> new Amount(value, sign.code(), start, end)));
  }

  private static int gapBefore(String text, WrittenNumber number, int from) {
    int at = number.start();
    for (int i = 0; i < 2 && at > from && " \n:".indexOf(text.charAt(at - 1)) >= 0; i++) {
      at--;
    }
    return at;
  }

  private static int gapAfter(String text, WrittenNumber number) {
    int at = number.end();
    return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
  }

  /** "v2.50", "inv-389 usd": part of a reference; but "charge-499usd" is a sum in a name. */
  private static boolean isInsideWord(String text, WrittenNumber number) {
    int before = number.start() - 1;
    if (before >= 0 && ".,-/_".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return before >= 0
        && Letters.isWord(text.charAt(before))
        && !Letters.isSpaceless(text.charAt(before));
  }

  /** "$50k", "$5%": the number is not the sum. */
  private static boolean runsOn(String text, int end) {
    return end < text.length() && (Letters.isWord(text.charAt(end)) || text.charAt(end) == '%');
  }

  /** A sign between two numbers belongs to the first where that looks like a sum. */
  private static boolean isOurs(String text, WrittenNumber number, Sign sign) {
    int next = sign.end();
    next += next < text.length() && text.charAt(next) == ' ' ? 1 : 0;
    boolean numberFollows = next < text.length() && WrittenNumber.isDigit(text.charAt(next));
    return !isRate(text, sign.end()) && (!numberFollows || number.isGrouped());
  }

  /** "50 USDT/s": a metric. */
  private static boolean isRate(String text, int end) {
    return end + 1 < text.length()
        && text.charAt(end) == '/'
        && Letters.isWord(text.charAt(end + 1))
        && Letters.isBoundary(text, end + 2);
  }
}
