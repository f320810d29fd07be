package dev.pag.benchmarks.stage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The yardstick of the push path: finds every line feed, eight bytes at a time, and does nothing
 * else. The same word trick as the engine's own search, but in one loop without a call a line.
 */
final class NewlineScan {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long LOWS = 0x7f7f7f7f7f7f7f7fL;
  private static final long LINE_FEEDS = ONES * '\n';

  private NewlineScan() {}

  /** Sum of the places of all line feeds in all bodies, so that each must be found. */
  static long sum(byte[][] bodies) {
    long sum = 0;
    for (byte[] body : bodies) {
      sum += sum(body);
    }
    return sum;
  }

  static long sum(byte[] bytes) {
    long sum = 0;
    int at = 0;
    for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
      long flags = zeroBytes((long) LONGS.get(bytes, at) ^ LINE_FEEDS);
      while (flags != 0) {
        sum += at + (Long.numberOfTrailingZeros(flags) >>> 3);
        flags &= flags - 1;
      }
    }
    for (; at < bytes.length; at++) {
      sum += bytes[at] == '\n' ? at : 0;
    }
    return sum;
  }

  /**
   * Exact in every byte: adding to the low seven bits carries into the top one unless all are 0.
   */
  private static long zeroBytes(long word) {
    return ~(((word & LOWS) + LOWS) | word | LOWS);
  }
}
