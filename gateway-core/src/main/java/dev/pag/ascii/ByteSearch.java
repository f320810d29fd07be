package dev.pag.ascii;

/** Finds bytes, eight at a time. Threads: any. */
public final class ByteSearch {
  private ByteSearch() {}

  /**
   * The first index of {@code wanted} in {@code bytes[from, to)}, or -1.
   *
   * <p>Naive twin: a loop over single bytes, in the test.
   */
  public static int indexOf(byte[] bytes, int from, int to, byte wanted) {
    long pattern = Swar.repeat(wanted);
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long flags = Swar.zeroBytes(Swar.word(bytes, at) ^ pattern);
      if (flags != 0) {
        return at + Swar.firstFlag(flags);
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  /** True if a byte of {@code bytes[from, to)} has its top bit set. */
  public static boolean hasNonAscii(byte[] bytes, int from, int to) {
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      if ((Swar.word(bytes, at) & Swar.TOPS) != 0) {
        return true;
      }
    }
    for (; at < to; at++) {
      if (bytes[at] < 0) {
        return true;
      }
    }
    return false;
  }
}
