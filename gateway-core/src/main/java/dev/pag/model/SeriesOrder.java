package dev.pag.model;

import java.util.Arrays;

/**
 * The order of series on a page: (name, value) pairs in turn, by unescaped bytes, a prefix first.
 *
 * <p>Works on canonical label text. Texts are equal up to their first difference, so only the two
 * bytes there decide; what they mean depends on whether they stand in a value. The end of a name,
 * of a value and of the labels comes before anything that goes on.
 */
public final class SeriesOrder {
  private static final int END = -1;

  private SeriesOrder() {}

  /** Compares two label parts, each empty or {@code {...}}. */
  public static int compare(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
    int same = Arrays.mismatch(a, aFrom, aTo, b, bFrom, bTo);
    if (same < 0) {
      return 0;
    }
    if (aFrom + same == aTo || bFrom + same == bTo) {
      return Integer.compare(aTo - aFrom, bTo - bFrom);
    }
    return compareAt(a, aFrom, aFrom + same, b, bFrom + same);
  }

  private static int compareAt(byte[] a, int aFrom, int aAt, byte[] b, int bAt) {
    boolean inValue = false;
    boolean escaped = false;
    for (int at = aFrom; at < aAt; at++) {
      if (escaped) {
        escaped = false;
      } else if (a[at] == '"') {
        inValue = !inValue;
      } else {
        escaped = inValue && a[at] == '\\';
      }
    }
    if (!inValue) {
      return Integer.compare(rankOutside(a[aAt]), rankOutside(b[bAt]));
    }
    if (escaped) {
      return Integer.compare(unescaped(a[aAt]), unescaped(b[bAt]));
    }
    return Integer.compare(rankInside(a, aAt), rankInside(b, bAt));
  }

  private static int rankOutside(byte b) {
    return b == '=' || b == '}' ? END : b & 0xff;
  }

  private static int rankInside(byte[] bytes, int at) {
    if (bytes[at] == '"') {
      return END;
    }
    return bytes[at] == '\\' ? unescaped(bytes[at + 1]) : bytes[at] & 0xff;
  }

  private static int unescaped(byte afterBackslash) {
    return afterBackslash == 'n' ? '\n' : afterBackslash & 0xff;
  }
}
