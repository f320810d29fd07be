package dev.pag.aggregate;

import dev.pag.ascii.SipHash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Every known spelling of a line's key, with what it stands for.
 *
 * <pre>
 * record, 8-byte aligned, in a page of 256 KiB:
 *   0  int   key length in bytes
 *   4  int   context: the path labels it was pushed under, 0 for none
 *   8  long  target: what the key stands for; the caller's encoding
 *  16  key bytes, padded to 8
 * </pre>
 *
 * <p>Records lie in order of arrival and never move, so the record behind the one just matched is
 * the best guess for the next line (<em>successor prediction</em>); the hash table finds the
 * others. Addresses count in units of 8 bytes; {@link #NONE} is none.
 *
 * <p>Threads: any number may look up without a lock while one, under the store's structure lock,
 * inserts. Guarantee: a record is written in full before it can be found; a look-up that misses may
 * be too early and must be repeated under the lock before it is believed.
 */
public final class SpellingTable {
  /*
   * Implementation note. Publication: the inserter writes the record, then the table entry with
   * release order; a reader gets the entry with acquire order and so sees the record and the page
   * array that holds it. Prediction reads records without going through the table: it may only go
   * below `limit`, a volatile written after the record. An entry is the hash's low half (index and
   * tag in one) and the address.
   *
   * Targets change when a series moves to another block. They are plain longs, as views of byte
   * arrays have no other access since JDK 22: aligned, so that a 64-bit JVM reads and writes them
   * whole. A reader may see the old one, which leads to a forwarding entry in the block table, or
   * the new one, whose block the fence before it has published (see BlockTable.get for the other).
   */
  public static final int NONE = 0;

  static final int HEADER_BYTES = 16;
  private static final int CONTEXT_OFFSET = 4;
  private static final int TARGET_OFFSET = 8;
  private static final int PAGE_BYTES = 1 << 18;
  private static final int UNIT_SHIFT = 3;
  private static final int UNITS_PER_PAGE = PAGE_BYTES >>> UNIT_SHIFT;
  private static final int PAGE_SHIFT = Integer.numberOfTrailingZeros(UNITS_PER_PAGE);
  private static final int UNIT_MASK = UNITS_PER_PAGE - 1;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle ENTRIES = MethodHandles.arrayElementVarHandle(long[].class);

  private final SipHash hashing;
  private volatile byte[][] pages = {new byte[PAGE_BYTES]};
  private volatile long[] table = new long[256];
  private volatile int limit = 1; // address 0 is NONE
  private int records;

  public SpellingTable(SipHash hashing) {
    this.hashing = hashing;
  }

  public long hash(int context, byte[] key, int from, int to) {
    return hashing.hash(key, from, to, context);
  }

  /** The record of {@code key[from, to)} in {@code context}, or {@link #NONE}. */
  public int find(long hash, int context, byte[] key, int from, int to) {
    long[] entries = table;
    int mask = entries.length - 1;
    int tag = (int) hash;
    for (int index = tag & mask; ; index = (index + 1) & mask) {
      long entry = (long) ENTRIES.getAcquire(entries, index);
      if (entry == 0) {
        return NONE;
      }
      if ((int) (entry >>> 32) == tag && matches((int) entry, context, key, from, to)) {
        return (int) entry;
      }
    }
  }

  private boolean matches(int address, int context, byte[] key, int from, int to) {
    byte[] page = page(address);
    int offset = offset(address);
    return keyLength(page, offset) == to - from
        && context(page, offset) == context
        && keyEquals(page, offset, key, from, to);
  }

  /** Adds a record that must not be there yet. Only under the structure lock. */
  public int insert(long hash, int context, byte[] key, int from, int to, long target) {
    int address = write(context, key, from, to, target);
    publish(hash, address);
    return address;
  }

  /**
   * Writes a record that nobody finds yet, so that what it stands for can be made ready. Only under
   * the structure lock; the next call must {@link #publish} it.
   */
  int write(int context, byte[] key, int from, int to, long target) {
    int length = to - from;
    if (HEADER_BYTES + length > PAGE_BYTES) {
      throw new IllegalArgumentException("bug: key of " + length + " bytes");
    }
    int address = limit;
    if ((address & UNIT_MASK) + units(length) > UNITS_PER_PAGE) {
      address = (address | UNIT_MASK) + 1;
    }
    byte[] page = pageForWriting(address >>> PAGE_SHIFT);
    int offset = offset(address);
    INTS.set(page, offset, length);
    INTS.set(page, offset + CONTEXT_OFFSET, context);
    LONGS.set(page, offset + TARGET_OFFSET, target);
    System.arraycopy(key, from, page, offset + HEADER_BYTES, length);
    return address;
  }

  /** Lets the record last written be found. */
  void publish(long hash, int address) {
    records++;
    if (records * 3L > table.length * 2L) {
      grow();
    }
    limit = address + units(keyLength(address));
    link(table, (int) hash, address);
  }

  private byte[] pageForWriting(int index) {
    byte[][] current = pages;
    if (index == current.length) {
      current = Arrays.copyOf(current, index + 1);
      current[index] = new byte[PAGE_BYTES];
      pages = current;
    }
    return current[index];
  }

  private static void link(long[] entries, int tag, int address) {
    int mask = entries.length - 1;
    int index = tag & mask;
    while (entries[index] != 0) {
      index = (index + 1) & mask;
    }
    ENTRIES.setRelease(entries, index, (long) tag << 32 | (address & 0xffffffffL));
  }

  private void grow() {
    long[] old = table;
    long[] bigger = new long[old.length * 2];
    for (long entry : old) {
      if (entry != 0) {
        link(bigger, (int) (entry >>> 32), (int) entry);
      }
    }
    table = bigger;
  }

  /** Records may be read by {@link #next} up to here, exclusive. */
  public int limit() {
    return limit;
  }

  /** The record behind {@code address}, or {@link #NONE} if it would not lie below {@code end}. */
  public int next(int address, int end) {
    int after = address + units(keyLength(page(address), offset(address)));
    if (after >= end) {
      return NONE;
    }
    // The rest of a page that the next record did not fit into is zero; a key is never empty.
    boolean atPageEnd = (after & UNIT_MASK) == 0 || keyLength(page(after), offset(after)) == 0;
    return atPageEnd ? nextPage(after, end) : after;
  }

  private static int nextPage(int address, int end) {
    int start = (address + UNIT_MASK) & ~UNIT_MASK;
    return start < end ? start : NONE;
  }

  /** True if the record is {@code context}'s and its key stands at {@code bytes[from]}. */
  public boolean startsWith(int address, int context, byte[] bytes, int from, int to) {
    byte[] page = page(address);
    int offset = offset(address);
    int end = from + keyLength(page, offset);
    return end <= to
        && context(page, offset) == context
        && keyEquals(page, offset, bytes, from, end);
  }

  public int keyLength(int address) {
    return keyLength(page(address), offset(address));
  }

  public long target(int address) {
    return (long) LONGS.get(page(address), offset(address) + TARGET_OFFSET);
  }

  /** Lets the record stand for another target. */
  public void retarget(int address, long target) {
    VarHandle.releaseFence();
    LONGS.set(page(address), offset(address) + TARGET_OFFSET, target);
  }

  /** The page that holds the record's key, at {@link #keyOffset}; must not be written to. */
  public byte[] page(int address) {
    return pages[address >>> PAGE_SHIFT];
  }

  public static int keyOffset(int address) {
    return offset(address) + HEADER_BYTES;
  }

  private static int offset(int address) {
    return (address & UNIT_MASK) << UNIT_SHIFT;
  }

  private static int units(int keyLength) {
    return (HEADER_BYTES + keyLength + 7) >>> UNIT_SHIFT;
  }

  private static int keyLength(byte[] page, int offset) {
    return (int) INTS.get(page, offset);
  }

  private static int context(byte[] page, int offset) {
    return (int) INTS.get(page, offset + CONTEXT_OFFSET);
  }

  private static boolean keyEquals(byte[] page, int offset, byte[] key, int from, int to) {
    int start = offset + HEADER_BYTES;
    return Arrays.equals(page, start, start + to - from, key, from, to);
  }

  /** Records in the table. Only under the structure lock, or as an estimate. */
  public int size() {
    return records;
  }
}
