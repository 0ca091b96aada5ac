package org.ringfence.assessment.lure;

import java.math.BigDecimal;

/**
 * A sum of money in a folded surface.
 *
 * @param value how much
 * @param currency the ISO 4217 code; "XXX" where the sign does not say
 * @param start first unit in the folded text, sign included
 * @param end one past the last unit
 */
public record Amount(BigDecimal value, String currency, int start, int end) {}
