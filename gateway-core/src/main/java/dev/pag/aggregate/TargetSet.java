package dev.pag.aggregate;

import java.util.Arrays;

/**
 * A set of cell numbers that is emptied in no time: entries carry the number of the round they
 * belong to. Its size follows the push, not the store. Threads: one.
 */
final class TargetSet {
  private static final long MIX = 0x9E3779B97F4A7C15L; // 2^64 / golden ratio

  private long[] keys = new long[512];
  private int[] rounds = new int[512];
  private int round;
  private int size;

  /** Empties the set and makes room for {@code expected} keys. */
  void begin(int expected) {
    if (keys.length < expected * 2L) {
      int capacity = Integer.highestOneBit(expected) * 4;
      keys = new long[capacity];
      rounds = new int[capacity];
      round = 0;
    }
    if (++round == 0) {
      Arrays.fill(rounds, 0);
      round = 1;
    }
    size = 0;
  }

  /** False if the key was there already. */
  boolean add(long key) {
    if (++size * 2L > keys.length) {
      throw new IllegalStateException("bug: more keys than announced");
    }
    int mask = keys.length - 1;
    int index = (int) ((key * MIX) >>> 32) & mask;
    while (rounds[index] == round) {
      if (keys[index] == key) {
        return false;
      }
      index = (index + 1) & mask;
    }
    rounds[index] = round;
    keys[index] = key;
    return true;
  }

  long bytes() {
    return keys.length * (long) (Long.BYTES + Integer.BYTES);
  }
}
