package dev.pag.testing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Go's number texts, the slow and obvious way: regular expressions and {@link BigDecimal}. */
final class ReferenceNumbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern INFINITE = Pattern.compile("[+-]?inf(inity)?");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

  /** No double needs more significant digits to be told from its neighbours. */
  private static final int MAX_DIGITS = 17;

  /** No two decimals of so few digits are the same double. */
  private static final int UNIQUE_DIGITS = 15;

  private ReferenceNumbers() {}

  /** Reads {@code text} as Go's ParseFloat without hex and underscores; empty if it is none. */
  static OptionalDouble parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals("nan")) {
      return OptionalDouble.of(Double.NaN);
    }
    if (INFINITE.matcher(lower).matches()) {
      return OptionalDouble.of(
          lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (!DECIMAL.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** True if {@code text} is a signed 64-bit integer, as a timestamp must be. */
  static boolean isTimestamp(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return false;
    }
    BigDecimal value = new BigDecimal(text);
    return value.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
        && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
  }

  /** Go's {@code FormatFloat(v, 'g', -1, 64)}, but {@code 0} for the negative zero. */
  static String format(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    if (value == 0) {
      return "0";
    }
    return (value < 0 ? "-" : "") + layOut(shortest(Math.abs(value)));
  }

  private static String layOut(BigDecimal shortest) {
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    if (exponent >= -4 && exponent < 6) {
      return shortest.toPlainString();
    }
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return String.format(
        Locale.ROOT,
        "%c%se%c%02d",
        digits.charAt(0),
        fraction,
        exponent < 0 ? '-' : '+',
        Math.abs(exponent));
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value).stripTrailingZeros();
    if (exact.precision() <= UNIQUE_DIGITS) {
      return exact;
    }
    for (int digits = 1; digits <= MAX_DIGITS; digits++) {
      BigDecimal best = roundTripping(value, digits);
      if (best.signum() != 0) {
        return best.stripTrailingZeros();
      }
    }
    throw new AssertionError("bug: no 17 digits identify " + value);
  }

  /**
   * The nearest decimal of {@code digits} digits that reads back as {@code value}, else zero. Both
   * neighbours are tried: at a power of two the nearer one may belong to the double below.
   */
  private static BigDecimal roundTripping(double value, int digits) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal first = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (first.doubleValue() == value) {
      return first;
    }
    RoundingMode other = first.compareTo(exact) > 0 ? RoundingMode.DOWN : RoundingMode.UP;
    BigDecimal second = exact.round(new MathContext(digits, other));
    return second.doubleValue() == value ? second : BigDecimal.ZERO;
  }
}
