package dev.pag.ascii;

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
  private static final int MIN_PLAIN_EXPONENT = -4;
  private static final int MAX_PLAIN_EXPONENT = 6;

  private static final ThreadLocal<ShortestDecimal> SHORTEST =
      ThreadLocal.withInitial(ShortestDecimal::new);

  private DecimalWriter() {}

  /**
   * Writes {@code value} at {@code out[at]}.
   *
   * @param out has at least {@link #MAX_BYTES} bytes left
   * @return the number of bytes written
   */
  public static int write(double value, byte[] out, int at) {
    if (value >= 0 && value < PLAIN_INTEGERS && value == (int) value) {
      return writeDigits((int) value, digitCount((int) value), out, at);
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
    ShortestDecimal shortest = SHORTEST.get();
    shortest.of(value);
    return writeDecimal(shortest.digits(), shortest.exponent(), out, at);
  }

  /** Below 2^53 no shorter digits than an integer's own read back as the same double. */
  private static int writeInteger(long value, byte[] out, int at) {
    if (value < PLAIN_INTEGERS) {
      return writeDigits(value, digitCount(value), out, at);
    }
    long digits = value;
    int exponent = 0;
    while (digits % 10 == 0) {
      digits /= 10;
      exponent++;
    }
    return writeDecimal(digits, exponent, out, at);
  }

  private static int writeDecimal(long digits, int exponent, byte[] out, int at) {
    int count = digitCount(digits);
    int scientific = exponent + count - 1;
    if (scientific < MIN_PLAIN_EXPONENT || scientific >= MAX_PLAIN_EXPONENT) {
      return writeScientific(digits, count, scientific, out, at);
    }
    if (scientific < 0) {
      return writeSmall(digits, count, scientific, out, at);
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
  private static int writeSmall(long digits, int count, int scientific, byte[] out, int at) {
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

  private static int digitCount(long value) {
    int count = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      count++;
    }
    return count;
  }
}
