package dev.pag.ascii;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes doubles as Go's {@code strconv.FormatFloat(v, 'g', -1, 64)}: the shortest digits, with an
 * exponent (signed, two digits at least) if the decimal exponent is below -4 or at least 6.
 *
 * <p>The same bytes on every JDK. Threads: any. Cost: no allocation; integers below 2^53 take no
 * search for digits.
 */
public final class DecimalWriter {
  /** The longest output: {@code -2.2250738585072014e-308}. */
  public static final int MAX_BYTES = 24;

  private static final double EXACT_INTEGERS = 9007199254740992.0; // 2^53
  private static final int PLAIN_INTEGERS = 1_000_000;

  /** In millionths still below 10^15, where fifteen digits tell all doubles apart. */
  private static final double MAX_FIXED = 1e9;

  private static final long NOT_FIXED = -1;
  private static final int MIN_PLAIN_EXPONENT = -4;
  private static final int MAX_PLAIN_EXPONENT = 6;

  private static final int THOUSAND = 1000;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** The digits of 0 to 999 as four bytes, the first one lowest; without and with leading zeros. */
  private static final int[] UNPADDED = words(false);

  private static final int[] PADDED = words(true);

  /** Of ten, up to 10^18; the first is zero, so that 0 has one digit. */
  private static final long[] POWERS = powers();

  private static final ThreadLocal<ShortestDecimal> SHORTEST =
      ThreadLocal.withInitial(ShortestDecimal::new);

  private DecimalWriter() {}

  private static int[] words(boolean padded) {
    int[] words = new int[THOUSAND];
    for (int value = 0; value < words.length; value++) {
      int word = ('0' + value / 100) | ('0' + value / 10 % 10) << 8 | ('0' + value % 10) << 16;
      int zeros = padded || value >= 100 ? 0 : value >= 10 ? 1 : 2;
      words[value] = word >>> (zeros * Byte.SIZE);
    }
    return words;
  }

  private static long[] powers() {
    long[] powers = new long[19];
    long power = 1;
    for (int i = 1; i < powers.length; i++) {
      power *= 10;
      powers[i] = power;
    }
    return powers;
  }

  /**
   * Writes {@code value} at {@code out[at]}.
   *
   * @param out has at least {@link #MAX_BYTES} bytes left
   * @return the number of bytes written
   */
  public static int write(double value, byte[] out, int at) {
    if (value >= 0 && value < PLAIN_INTEGERS && value == (int) value) {
      return writeSmall((int) value, out, at);
    }
    if (Double.isNaN(value)) {
      return writeWord("NaN", out, at);
    }
    if (Double.isInfinite(value)) {
      return writeWord(value > 0 ? "+Inf" : "-Inf", out, at);
    }
    if (value < 0) {
      out[at] = '-';
      return 1 + writePositive(-value, out, at + 1);
    }
    return writePositive(value, out, at);
  }

  /** The same text as a String; for cold paths. */
  public static String toString(double value) {
    byte[] text = new byte[MAX_BYTES];
    return new String(text, 0, write(value, text, 0), StandardCharsets.US_ASCII);
  }

  /** Below a million: one or two looks into the table of three digits. */
  private static int writeSmall(int value, byte[] out, int at) {
    if (value < THOUSAND) {
      WORDS.set(out, at, UNPADDED[value]);
      return value < 10 ? 1 : value < 100 ? 2 : 3;
    }
    int thousands = value / THOUSAND;
    int length = writeSmall(thousands, out, at);
    WORDS.set(out, at + length, PADDED[value - thousands * THOUSAND]);
    return length + 3;
  }

  private static int writeWord(String word, byte[] out, int at) {
    for (int i = 0; i < word.length(); i++) {
      out[at + i] = (byte) word.charAt(i);
    }
    return word.length();
  }

  private static int writePositive(double value, byte[] out, int at) {
    if (value < EXACT_INTEGERS && value == (long) value) {
      return writeInteger((long) value, out, at);
    }
    if (value < MAX_FIXED) {
      long millis = fixed(value, 1e3);
      if (millis != NOT_FIXED) {
        return value < PLAIN_INTEGERS
            ? writeThousandths((int) millis, out, at)
            : writeStripped(millis, -3, out, at);
      }
      long micros = fixed(value, 1e6);
      if (micros != NOT_FIXED) {
        return writeStripped(micros, -6, out, at);
      }
    }
    ShortestDecimal shortest = SHORTEST.get();
    shortest.of(value);
    return writeDecimal(shortest.digits(), shortest.exponent(), out, at);
  }

  /**
   * The {@code value} in units of {@code 1 / scale} if it is a whole number of them, or {@link
   * #NOT_FIXED}.
   *
   * <p>Both operands of the division are exact, so its result is the double nearest to that decimal
   * fraction: if it is the value, the fraction reads back as the value. Below 16 digits no two
   * decimals read back as the same double, so there is no shorter one but without trailing zeros.
   */
  private static long fixed(double value, double scale) {
    double units = Math.rint(value * scale);
    return units / scale == value ? (long) units : NOT_FIXED;
  }

  /** ddd.ddd with one to three decimals. */
  private static int writeThousandths(int value, byte[] out, int at) {
    int whole = value / THOUSAND;
    int rest = value - whole * THOUSAND;
    int point = at + writeSmall(whole, out, at);
    out[point] = '.';
    WORDS.set(out, point + 1, PADDED[rest]);
    int decimals = rest % 10 != 0 ? 3 : rest % 100 != 0 ? 2 : 1;
    return point + 1 + decimals - at;
  }

  private static int writeStripped(long value, int exponent, byte[] out, int at) {
    long digits = value;
    int stripped = exponent;
    long tenth = digits / 10;
    while (tenth * 10 == digits) {
      digits = tenth;
      stripped++;
      tenth = digits / 10;
    }
    return writeDecimal(digits, stripped, out, at);
  }

  /** Below 2^53 no shorter digits than an integer's own read back as the same double. */
  private static int writeInteger(long value, byte[] out, int at) {
    return value < PLAIN_INTEGERS
        ? writeSmall((int) value, out, at)
        : writeStripped(value, 0, out, at);
  }

  private static int writeDecimal(long digits, int exponent, byte[] out, int at) {
    int count = digitCount(digits);
    int scientific = exponent + count - 1;
    if (scientific < MIN_PLAIN_EXPONENT || scientific >= MAX_PLAIN_EXPONENT) {
      return writeScientific(digits, count, scientific, out, at);
    }
    if (scientific < 0) {
      return writeFraction(digits, count, scientific, out, at);
    }
    return writePlain(digits, count, scientific + 1, out, at);
  }

  /** d.ddde+NN. */
  private static int writeScientific(long digits, int count, int scientific, byte[] out, int at) {
    int end = at;
    if (count == 1) {
      out[end++] = (byte) ('0' + digits);
    } else {
      writeDigits(digits, count, out, at + 1);
      out[at] = out[at + 1];
      out[at + 1] = '.';
      end += count + 1;
    }
    out[end++] = 'e';
    out[end++] = (byte) (scientific < 0 ? '-' : '+');
    int magnitude = Math.abs(scientific);
    if (magnitude < 10) {
      out[end++] = '0';
    }
    end += writeDigits(magnitude, digitCount(magnitude), out, end);
    return end - at;
  }

  /** 0.000ddd. */
  private static int writeFraction(long digits, int count, int scientific, byte[] out, int at) {
    out[at] = '0';
    out[at + 1] = '.';
    int end = at + 2;
    for (int zeros = -scientific - 1; zeros > 0; zeros--) {
      out[end++] = '0';
    }
    return end - at + writeDigits(digits, count, out, end);
  }

  /** ddd.ddd, or ddd000 without a point if no digit is behind it. */
  private static int writePlain(long digits, int count, int whole, byte[] out, int at) {
    if (count <= whole) {
      int written = writeDigits(digits, count, out, at);
      while (written < whole) {
        out[at + written++] = '0';
      }
      return written;
    }
    writeDigits(digits, count, out, at + 1);
    System.arraycopy(out, at + 1, out, at, whole);
    out[at + whole] = '.';
    return count + 1;
  }

  private static int writeDigits(long value, int count, byte[] out, int at) {
    long rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      long quotient = rest / 10;
      out[i] = (byte) ('0' + (rest - quotient * 10));
      rest = quotient;
    }
    return count;
  }

  /**
   * How many digits {@code value} has: from its bits, as a bit is worth log10(2) = 1233 / 4096 of a
   * digit, corrected by one compare. Source: Warren, Hacker's Delight, section 11-4.
   */
  private static int digitCount(long value) {
    int guess = ((Long.SIZE - Long.numberOfLeadingZeros(value | 1)) * 1233) >>> 12;
    return guess + (value >= POWERS[guess] ? 1 : 0);
  }
}
