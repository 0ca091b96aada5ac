package org.ringfence.knowledge;

import java.util.List;

/**
 * How a currency is written beside a number.
 *
 * @param code the ISO 4217 code; "XXX" where the sign is shared by several and does not say which;
 *     the usual ticker of a cryptocurrency
 * @param decimals the most digits after the decimal sign, 0 to 18: where it is at most two, three
 *     digits after a sign are thousands
 * @param signs what stands before or after the number, in natural orthography
 */
public record CurrencySigns(String code, int decimals, List<String> signs) {
  public CurrencySigns {
    signs = List.copyOf(signs);
  }
}
