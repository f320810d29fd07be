package dev.pag.netty.metrics;

import java.math.BigDecimal;

/**
 * Doubles in the layout of Go's {@code strconv.FormatFloat(v, 'g', -1, 64)} as the Prometheus
 * clients in Go print them: exponents from 1e+06 up and below 1e-04, no trailing {@code .0}.
 *
 * <p>Fit for the own page only: it takes its digits from {@link Double#toString}, which before JDK
 * 19 prints one digit too many for some values. They read back as the same double.
 */
final class GoNumber {
  /** Decimal exponents that are written out; the others get an exponent. */
  private static final int MIN_PLAIN_EXPONENT = -4;

  private static final int MAX_PLAIN_EXPONENT = 5;

  private GoNumber() {}

  static String toString(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return value == 0 ? "0" : finite(new BigDecimal(Double.toString(value)).stripTrailingZeros());
  }

  private static String finite(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= MIN_PLAIN_EXPONENT && exponent <= MAX_PLAIN_EXPONENT) {
      return value.toPlainString();
    }
    BigDecimal significand = value.movePointLeft(exponent).stripTrailingZeros();
    char sign = exponent < 0 ? '-' : '+';
    int size = Math.abs(exponent);
    return significand.toPlainString() + 'e' + sign + (size < 10 ? "0" : "") + size;
  }
}
