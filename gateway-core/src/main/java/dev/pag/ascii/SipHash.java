package dev.pag.ascii;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * SipHash-1-3: a keyed hash, so that a sender cannot choose keys that collide.
 *
 * <p>Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF", with one compression and
 * three finalization rounds. Threads: any; immutable. Cost: no allocation.
 */
public final class SipHash {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long key0;
  private final long key1;

  public SipHash(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /**
   * The hash of {@code salt} and the bytes {@code [from, to)} behind it.
   *
   * @param salt a first part of the message, such as a context number, as eight bytes little-endian
   */
  public long hash(byte[] bytes, int from, int to, long salt) {
    long v0 = key0 ^ 0x736f6d6570736575L;
    long v1 = key1 ^ 0x646f72616e646f6dL;
    long v2 = key0 ^ 0x6c7967656e657261L;
    long v3 = key1 ^ 0x7465646279746573L;
    long word = salt;
    int at = from;
    int lastWord = to - Long.BYTES;
    boolean tail = false;
    while (true) {
      v3 ^= word;
      // One SipRound, written out: as a method it would have to return four words.
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
      v0 ^= word;
      if (tail) {
        break;
      }
      if (at <= lastWord) {
        word = (long) LONGS.get(bytes, at);
        at += Long.BYTES;
      } else {
        word = tailWord(bytes, at, to, Long.BYTES + to - from);
        tail = true;
      }
    }
    return finish(v0, v1, v2 ^ 0xff, v3);
  }

  private static long finish(long a, long b, long c, long d) {
    long v0 = a;
    long v1 = b;
    long v2 = c;
    long v3 = d;
    for (int round = 0; round < 3; round++) {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  /** The last 0 to 7 bytes, little-endian, with the low byte of the length on top. */
  private static long tailWord(byte[] bytes, int at, int to, int length) {
    long word = (long) length << 56;
    for (int i = at; i < to; i++) {
      word |= (bytes[i] & 0xffL) << (8 * (i - at));
    }
    return word;
  }
}
