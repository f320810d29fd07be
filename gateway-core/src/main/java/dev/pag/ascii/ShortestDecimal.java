package dev.pag.ascii;

import java.math.BigInteger;

/**
 * The shortest decimal that reads back as the same double; of several, the closest.
 *
 * <p>Source: Raffaello Giulietti, "The Schubfach way to render doubles" (2020). Written from the
 * paper, because {@code Double.toString} is not shortest before JDK 19 and a page must not depend
 * on the JDK. Where the paper asks for at least two digits (for Java's format) this asks for one.
 *
 * <p>Threads: one; the result stands in fields so that nothing is allocated.
 */
final class ShortestDecimal {
  private static final int FRACTION_BITS = 52;
  private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
  private static final int EXPONENT_MASK = 0x7ff;
  private static final int MIN_BINARY_EXPONENT = -1074;
  private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
  private static final long MASK_63 = Long.MAX_VALUE;

  /** Decimal exponents k that doubles can lead to; the table holds g(k) for each. */
  private static final int MIN_K = -324;

  private static final int MAX_K = 292;

  /** g(k) = floor(10^-k * 2^-r) + 1 with 2^125 <= g < 2^126, as two words of 63 bits. */
  private static final long[] POWERS = powers();

  private long digits;
  private int exponent;

  /** The digits as an integer, without zeros at its end. */
  long digits() {
    return digits;
  }

  /** The value is {@code digits * 10^exponent}. */
  int exponent() {
    return exponent;
  }

  private static long[] powers() {
    long[] table = new long[(MAX_K - MIN_K + 1) * 2];
    for (int k = MIN_K; k <= MAX_K; k++) {
      int shift = floorLog2Pow10(-k) - 125;
      BigInteger g = scaledPowerOfTen(-k, -shift).add(BigInteger.ONE);
      table[2 * (k - MIN_K)] = g.shiftRight(63).longValue();
      table[2 * (k - MIN_K) + 1] = g.longValue() & MASK_63;
    }
    return table;
  }

  /** floor(10^power * 2^shift). */
  private static BigInteger scaledPowerOfTen(int power, int shift) {
    BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
    if (power >= 0) {
      return shift >= 0 ? ten.shiftLeft(shift) : ten.shiftRight(-shift);
    }
    return BigInteger.ONE.shiftLeft(shift).divide(ten);
  }

  /** Sets the result for a finite {@code value} above zero. */
  void of(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long fraction = bits & FRACTION_MASK;
    int biased = (int) (bits >>> FRACTION_BITS) & EXPONENT_MASK;
    if (biased == 0) {
      toDecimal(MIN_BINARY_EXPONENT, fraction, true);
    } else {
      toDecimal(
          biased + MIN_BINARY_EXPONENT - 1, fraction | HIDDEN_BIT, fraction != 0 || biased == 1);
    }
    stripZeros();
  }

  /**
   * Finds the decimal for {@code c * 2^q}.
   *
   * @param regular false for a power of two, whose lower neighbour is only half as far away
   */
  private void toDecimal(int q, long c, boolean regular) {
    long odd = c & 1;
    long middle = c << 2;
    long lower = regular ? middle - 2 : middle - 1;
    long upper = middle + 2;
    int k = regular ? floorLog10Pow2(q) : floorLog10ThreeQuartersPow2(q);
    int shift = q + floorLog2Pow10(-k) + 2;
    long g1 = POWERS[2 * (k - MIN_K)];
    long g0 = POWERS[2 * (k - MIN_K) + 1];
    long v = roundToOdd(g1, g0, middle << shift);
    long vLower = roundToOdd(g1, g0, lower << shift) + odd;
    long vUpper = roundToOdd(g1, g0, upper << shift) - odd;
    long s = v >> 2;
    if (s >= 10 && chooseMultipleOfTen(s / 10 * 10, vLower, vUpper, k)) {
      return;
    }
    boolean floorFits = vLower <= s << 2;
    boolean ceilingFits = (s + 1) << 2 <= vUpper;
    boolean floorIsNearer = v < (2 * s + 1) << 1 || (v == (2 * s + 1) << 1 && (s & 1) == 0);
    boolean takeFloor = floorFits == ceilingFits ? floorIsNearer : floorFits;
    set(takeFloor ? s : s + 1, k);
  }

  /** One digit less is possible if exactly one of the multiples of ten lies in the interval. */
  private boolean chooseMultipleOfTen(long down, long vLower, long vUpper, int k) {
    boolean downFits = vLower <= down << 2;
    boolean upFits = (down + 10) << 2 <= vUpper;
    if (downFits == upFits) {
      return false;
    }
    set(downFits ? down : down + 10, k);
    return true;
  }

  /** The paper's rop: the product's top bits, with the last one sticky for what was cut off. */
  private static long roundToOdd(long g1, long g0, long cp) {
    long x1 = Math.multiplyHigh(g0, cp);
    long y0 = g1 * cp;
    long y1 = Math.multiplyHigh(g1, cp);
    long z = (y0 >>> 1) + x1;
    long w = y1 + (z >>> 63);
    return w | ((z & MASK_63) + MASK_63) >>> 63;
  }

  private void set(long newDigits, int newExponent) {
    digits = newDigits;
    exponent = newExponent;
  }

  private void stripZeros() {
    while (digits % 10 == 0) {
      digits /= 10;
      exponent++;
    }
  }

  /** floor(log10(2^e)); the constant is floor(log10(2) * 2^41). */
  private static int floorLog10Pow2(int e) {
    return (int) ((e * 661_971_961_083L) >> 41);
  }

  /** floor(log10(3/4 * 2^e)); the addend is floor(log10(3/4) * 2^41). */
  private static int floorLog10ThreeQuartersPow2(int e) {
    return (int) ((e * 661_971_961_083L - 274_743_187_321L) >> 41);
  }

  /** floor(log2(10^e)); the constant is floor(log2(10) * 2^38). */
  private static int floorLog2Pow10(int e) {
    return (int) ((e * 913_124_641_741L) >> 38);
  }
}
