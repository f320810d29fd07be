package dev.pag.ascii;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds a byte eight at a time.
 *
 * <p>The word trick ("SIMD within a register") is the zero-byte test of Mycroft as given in Warren,
 * Hacker's Delight, section 6-1: after xor with the pattern a matching byte is zero, and {@code (w
 * - 0x01..) & ~w & 0x80..} has the top bit set in the lowest zero byte. Higher bytes may be flagged
 * falsely, the lowest flag is always right, and it is the only one used.
 */
public final class ByteSearch {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;

  private ByteSearch() {}

  /**
   * The first index of {@code wanted} in {@code bytes[from, to)}, or -1.
   *
   * <p>Naive twin: a loop over single bytes, in the test.
   */
  public static int indexOf(byte[] bytes, int from, int to, byte wanted) {
    long pattern = repeat(wanted);
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long flags = zeroBytes((long) LONGS.get(bytes, at) ^ pattern);
      if (flags != 0) {
        return at + firstFlag(flags);
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
      if (((long) LONGS.get(bytes, at) & TOPS) != 0) {
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

  private static long repeat(byte b) {
    return (b & 0xffL) * ONES;
  }

  private static long zeroBytes(long word) {
    return (word - ONES) & ~word & TOPS;
  }

  private static int firstFlag(long flags) {
    return Long.numberOfTrailingZeros(flags) >>> 3;
  }
}
