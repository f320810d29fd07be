package dev.pag.ascii;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Reads the numbers of the text format straight from bytes, as Go's {@code strconv.ParseFloat} with
 * its decimal forms: no hexadecimal, no underscores.
 *
 * <p>A reader keeps its last result in fields so that reading returns a position and allocates
 * nothing. Threads: one. Cost: integers and short decimals take the exact short way (a product or
 * quotient of two exactly known doubles is rounded once, Clinger 1990); the rest goes to
 * fastdoubleparser.
 */
public final class DecimalReader {
  /** Returned when the bytes are not what the method reads. */
  public static final int NOT_READ = -1;

  /** All integers below 2^53 are exact doubles. */
  private static final long EXACT_LIMIT = 1L << 53;

  /** Eighteen digits can not overflow a long. */
  private static final int MAX_LONG_DIGITS = 18;

  /** 10^22 is the last power of ten that is an exact double. */
  private static final double[] EXACT_POWERS = exactPowers();

  private double value;
  private boolean outOfRange;

  private static double[] exactPowers() {
    double[] powers = new double[23];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /** The number last read. */
  public double value() {
    return value;
  }

  /** True if the last {@link #read} failed only because the number is too large for a double. */
  public boolean isOutOfRange() {
    return outOfRange;
  }

  /**
   * Reads plain digits, with or without a point, that end right before {@code terminator}.
   *
   * @return the index of the terminator, or {@link #NOT_READ} for any other form: signs, exponents,
   *     more than 18 digits, another terminator, none before {@code to}
   */
  public int readPlain(byte[] bytes, int from, int to, byte terminator) {
    int end = from <= bytes.length - Long.BYTES ? readShort(bytes, from, to, terminator) : NOT_READ;
    return end != NOT_READ ? end : readDigits(bytes, from, to, terminator);
  }

  /**
   * The same for numbers of up to seven characters, which most are: in one word, without a loop.
   */
  private int readShort(byte[] bytes, int from, int to, byte terminator) {
    long word = Swar.word(bytes, from);
    int length = Swar.indexOf(word, terminator);
    if (length == 0 || length == Long.BYTES || from + length >= to) {
      return NOT_READ;
    }
    long digits = Swar.digits(word, length);
    if (Swar.areDigits(digits)) {
      value = Swar.eightDigits(digits);
      return from + length;
    }
    return readShortDecimal(word, length) ? from + length : NOT_READ;
  }

  private boolean readShortDecimal(long word, int length) {
    int point = Swar.indexOf(word, (byte) '.');
    if (point >= length || length == 1) {
      return false;
    }
    long digits = Swar.digits(Swar.without(word, point), length - 1);
    if (!Swar.areDigits(digits)) {
      return false;
    }
    value = Swar.eightDigits(digits) / EXACT_POWERS[length - 1 - point];
    return true;
  }

  private int readDigits(byte[] bytes, int from, int to, byte terminator) {
    long digits = 0;
    int at = from;
    int point = -1;
    while (at < to) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (bytes[at] == '.' && point < 0) {
        point = at;
      } else {
        break;
      }
      at++;
    }
    int count = at - from - (point < 0 ? 0 : 1);
    if (at >= to || bytes[at] != terminator || count < 1 || count > MAX_LONG_DIGITS) {
      return NOT_READ;
    }
    return setExact(digits, point < 0 ? 0 : at - point - 1) ? at : NOT_READ;
  }

  private boolean setExact(long digits, int fraction) {
    if (digits >= EXACT_LIMIT || fraction >= EXACT_POWERS.length) {
      return false;
    }
    value = fraction == 0 ? digits : digits / EXACT_POWERS[fraction];
    return true;
  }

  /**
   * Reads all of {@code bytes[from, to)} as one number.
   *
   * @return false if it is none, or if it is {@link #isOutOfRange}
   */
  public boolean read(byte[] bytes, int from, int to) {
    outOfRange = false;
    if (from >= to) {
      return false;
    }
    if (!isDecimal(bytes, from, to)) {
      return readSpecial(bytes, from, to);
    }
    value = JavaDoubleParser.parseDouble(bytes, from, to - from);
    outOfRange = Double.isInfinite(value);
    return !outOfRange;
  }

  /** [sign] digits [. digits] [e [sign] digits], with a digit on at least one side of the point. */
  private static boolean isDecimal(byte[] bytes, int from, int to) {
    int start = skipSign(bytes, from, to);
    int at = skipDigits(bytes, start, to);
    int digits = at - start;
    if (at < to && bytes[at] == '.') {
      int fraction = at + 1;
      at = skipDigits(bytes, fraction, to);
      digits += at - fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (at < to && (bytes[at] | 0x20) == 'e') {
      int exponent = skipSign(bytes, at + 1, to);
      at = skipDigits(bytes, exponent, to);
      return at > exponent && at == to;
    }
    return at == to;
  }

  private static int skipSign(byte[] bytes, int at, int to) {
    return at < to && (bytes[at] == '+' || bytes[at] == '-') ? at + 1 : at;
  }

  private static int skipDigits(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && AsciiTable.isDigit(bytes[at])) {
      at++;
    }
    return at;
  }

  /** NaN without a sign; Inf and Infinity with or without; in any letter case. */
  private boolean readSpecial(byte[] bytes, int from, int to) {
    if (equalsIgnoreCase(bytes, from, to, "nan")) {
      value = Double.NaN;
      return true;
    }
    int word = skipSign(bytes, from, to);
    if (equalsIgnoreCase(bytes, word, to, "inf") || equalsIgnoreCase(bytes, word, to, "infinity")) {
      value = bytes[from] == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      return true;
    }
    return false;
  }

  private static boolean equalsIgnoreCase(byte[] bytes, int from, int to, String lowerCase) {
    if (to - from != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if ((bytes[from + i] | 0x20) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** True if {@code bytes[from, to)} is a signed 64-bit integer, as Go's {@code ParseInt} reads. */
  public static boolean isLong(byte[] bytes, int from, int to) {
    int digits = skipSign(bytes, from, to);
    if (digits == to || skipDigits(bytes, digits, to) != to) {
      return false;
    }
    boolean negative = bytes[from] == '-';
    // Negated, because Long.MIN_VALUE has no positive twin.
    long limit = negative ? Long.MIN_VALUE : -Long.MAX_VALUE;
    long negated = 0;
    for (int at = digits; at < to; at++) {
      int digit = bytes[at] - '0';
      if (negated < (limit + digit) / 10) {
        return false;
      }
      negated = negated * 10 - digit;
    }
    return true;
  }
}
