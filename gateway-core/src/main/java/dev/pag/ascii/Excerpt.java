package dev.pag.ascii;

/** Cuts and escapes client bytes so that they can stand in an answer or in one line of a log. */
public final class Excerpt {
  /** Longest excerpt, in escaped characters. */
  public static final int MAX_CHARS = 64;

  private Excerpt() {}

  /** At most 64 printable ASCII characters of {@code bytes[from, to)}; the rest is "...". */
  public static String of(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int at = from; at < to; at++) {
      String escaped = escape(bytes[at] & 0xff);
      int reserve = at + 1 < to ? 3 : 0;
      if (text.length() + escaped.length() + reserve > MAX_CHARS) {
        return text.append("...").toString();
      }
      text.append(escaped);
    }
    return text.toString();
  }

  private static String escape(int b) {
    return switch (b) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> b < 0x20 || b > 0x7e ? String.format("\\x%02x", b) : String.valueOf((char) b);
    };
  }
}
