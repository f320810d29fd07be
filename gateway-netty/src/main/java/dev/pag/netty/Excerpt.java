package dev.pag.netty;

/** A bounded copy of client text for answers and logs: printable ASCII only, never a line end. */
final class Excerpt {
  /** The house limit for client text in a message. */
  static final int MAX_CHARS = 64;

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Excerpt() {}

  static String of(String text) {
    return of(text, MAX_CHARS);
  }

  /** At most {@code maxChars} escaped characters, then {@code ...} if something was left out. */
  static String of(String text, int maxChars) {
    StringBuilder escaped = new StringBuilder(Math.min(text.length(), maxChars) + 8);
    for (int i = 0; i < text.length(); i++) {
      int before = escaped.length();
      append(escaped, text.charAt(i));
      if (escaped.length() > maxChars) {
        escaped.setLength(before);
        return escaped.append("...").toString();
      }
    }
    return escaped.toString();
  }

  private static void append(StringBuilder out, char c) {
    if (c == '\\') {
      out.append("\\\\");
    } else if (c >= ' ' && c < 0x7f) {
      out.append(c);
    } else if (c <= 0xff) {
      out.append("\\x").append(HEX[c >> 4]).append(HEX[c & 15]);
    } else {
      out.append("\\u").append(HEX[c >> 12]).append(HEX[(c >> 8) & 15]);
      out.append(HEX[(c >> 4) & 15]).append(HEX[c & 15]);
    }
  }
}
