package dev.pag.ascii;

/**
 * Byte classes of the text format, one table lookup each.
 *
 * <p>Source: Prometheus exposition formats, "Text-based format"; names as in the Prometheus data
 * model, "Metric names and labels".
 */
public final class AsciiTable {
  private static final int NAME_START = 1;
  private static final int LABEL_START = 2;
  private static final int DIGIT = 4;
  private static final int BLANK = 8;

  private static final byte[] CLASSES = classes();

  private AsciiTable() {}

  private static byte[] classes() {
    byte[] classes = new byte[256];
    for (int letter = 'a'; letter <= 'z'; letter++) {
      classes[letter] = NAME_START | LABEL_START;
      classes[letter - 'a' + 'A'] = NAME_START | LABEL_START;
    }
    classes['_'] = NAME_START | LABEL_START;
    classes[':'] = NAME_START;
    for (int digit = '0'; digit <= '9'; digit++) {
      classes[digit] = DIGIT;
    }
    classes[' '] = BLANK;
    classes['\t'] = BLANK;
    return classes;
  }

  public static boolean isNameStart(byte b) {
    return (CLASSES[b & 0xff] & NAME_START) != 0;
  }

  public static boolean isName(byte b) {
    return (CLASSES[b & 0xff] & (NAME_START | DIGIT)) != 0;
  }

  public static boolean isLabelStart(byte b) {
    return (CLASSES[b & 0xff] & LABEL_START) != 0;
  }

  public static boolean isLabel(byte b) {
    return (CLASSES[b & 0xff] & (LABEL_START | DIGIT)) != 0;
  }

  public static boolean isDigit(byte b) {
    return (CLASSES[b & 0xff] & DIGIT) != 0;
  }

  /** A blank or a tab, the only token separators of the format. */
  public static boolean isBlank(byte b) {
    return (CLASSES[b & 0xff] & BLANK) != 0;
  }

  /** True if all of {@code bytes[from, to)} is one legal label name. */
  public static boolean isLabelName(byte[] bytes, int from, int to) {
    if (from >= to || !isLabelStart(bytes[from])) {
      return false;
    }
    int at = from + 1;
    while (at < to && isLabel(bytes[at])) {
      at++;
    }
    return at == to;
  }
}
