package dev.pag.ascii;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of text as one word ("SIMD within a register"); the first byte is the lowest.
 *
 * <p>The zero-byte test is Mycroft's as given in Warren, Hacker's Delight, section 6-1. Reading
 * eight digits with three multiplications is Daniel Lemire's ("Quickly parsing eight digits",
 * 2018). The naive twins are in {@code SwarTest}.
 */
final class Swar {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  static final long TOPS = 0x8080808080808080L;

  /** The character 0 in each byte; xor with it turns digits into their values. */
  private static final long ZERO_DIGITS = 0x30 * ONES;

  /** Added to a byte below 0x80 it sets the top bit if the byte is above nine. */
  private static final long ABOVE_NINE = (0x80 - 10) * ONES;

  private static final long BYTES_0_AND_4 = 0x0000_00ff_0000_00ffL;

  private Swar() {}

  /** The eight bytes from {@code at} on, all of which must be in the array. */
  static long word(byte[] bytes, int at) {
    return (long) WORDS.get(bytes, at);
  }

  /** {@code b} in each byte. */
  static long repeat(byte b) {
    return (b & 0xffL) * ONES;
  }

  /**
   * The top bit set in each zero byte. Bytes above the lowest zero one may be flagged falsely; the
   * lowest flag is always right.
   */
  static long zeroBytes(long word) {
    return (word - ONES) & ~word & TOPS;
  }

  /** The index of the byte with the lowest flag; 8 without any. */
  static int firstFlag(long flags) {
    return Long.numberOfTrailingZeros(flags) >>> 3;
  }

  /** The index of the first byte equal to {@code wanted}; 8 if there is none. */
  static int indexOf(long word, byte wanted) {
    return firstFlag(zeroBytes(word ^ repeat(wanted)));
  }

  /** The word without the byte at {@code index}; the bytes behind it move up one place. */
  static long without(long word, int index) {
    long behind = -1L << (index * Byte.SIZE);
    return (word & ~behind) | ((word >>> Byte.SIZE) & behind);
  }

  /**
   * The values of the first {@code count} digits, 1 to 8, right-aligned as eight digits with
   * leading zeros: to be checked with {@link #areDigits}, then read with {@link #eightDigits}.
   */
  static long digits(long word, int count) {
    return (word ^ ZERO_DIGITS) << (Long.SIZE - count * Byte.SIZE);
  }

  /** True if each byte is 0 to 9. */
  static boolean areDigits(long digits) {
    return (((digits + ABOVE_NINE) | digits) & TOPS) == 0;
  }

  /** The number of eight digits: pairs, then pairs of pairs, then the two halves. */
  static long eightDigits(long digits) {
    long pairs = digits * 10 + (digits >>> 8);
    long high = (pairs & BYTES_0_AND_4) * (100 + (1_000_000L << 32));
    long low = ((pairs >>> 16) & BYTES_0_AND_4) * (1 + (10_000L << 32));
    return (high + low) >>> 32;
  }
}
