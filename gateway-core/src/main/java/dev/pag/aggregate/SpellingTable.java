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
 * record, 4-byte aligned, in a page of 256 KiB:
 *   0  int   key length in bytes
 *   4  int   context: the path labels it was pushed under, 0 for none
 *   8  int   ordinal: the record's place among all, where its target is found
 *  12  key bytes, padded to 4
 * </pre>
 *
 * <p>Records lie in order of arrival and never move, so the record behind the one just matched is
 * the best guess for the next line (<em>successor prediction</em>); the hash table finds the
 * others. Addresses count in units of 4 bytes; {@link #NONE} is none.
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
   * Targets change when a series moves to another block, so they lie in arrays of longs, where they
   * are read and written whole whatever the layout of arrays; a view of a byte array gives that only
   * if the JVM aligns it. A reader sees the old target, which leads to a forwarding entry in the
   * block table, or the new one and, by acquire and release, the block it names.
   */
  public static final int NONE = 0;

  static final int HEADER_BYTES = 12;
  private static final int CONTEXT_OFFSET = 4;
  private static final int ORDINAL_OFFSET = 8;
  private static final int TARGETS_SHIFT = 12;
  private static final int TARGETS_MASK = (1 << TARGETS_SHIFT) - 1;
  private static final int PAGE_BYTES = 1 << 18;
  private static final int UNIT_SHIFT = 2;
  private static final int UNIT_BYTES = 1 << UNIT_SHIFT;
  private static final int UNITS_PER_PAGE = PAGE_BYTES >>> UNIT_SHIFT;
  private static final int PAGE_SHIFT = Integer.numberOfTrailingZeros(UNITS_PER_PAGE);
  private static final int UNIT_MASK = UNITS_PER_PAGE - 1;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

  private final SipHash hashing;
  private volatile byte[][] pages = {new byte[PAGE_BYTES]};
  private volatile long[][] targets = {new long[1 << TARGETS_SHIFT]};
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
      long entry = (long) LONGS.getAcquire(entries, index);
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
    INTS.set(page, offset + ORDINAL_OFFSET, records);
    targetsForWriting(records >>> TARGETS_SHIFT)[records & TARGETS_MASK] = target;
    System.arraycopy(key, from, page, offset + HEADER_BYTES, length);
    return address;
  }

  private long[] targetsForWriting(int index) {
    long[][] current = targets;
    if (index == current.length) {
      current = Arrays.copyOf(current, index + 1);
      current[index] = new long[1 << TARGETS_SHIFT];
      targets = current;
    }
    return current[index];
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
    LONGS.setRelease(entries, index, (long) tag << 32 | (address & 0xffffffffL));
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

  /** Records may be walked to below this address. */
  int limit() {
    return limit;
  }

  /** A cursor of its own for each thread. */
  public SpellingCursor cursor() {
    return new SpellingCursor(this);
  }

  static int pageStartAtOrAfter(int address) {
    return (address + UNIT_MASK) & ~UNIT_MASK;
  }

  public int keyLength(int address) {
    return keyLength(page(address), offset(address));
  }

  /** What the record stands for. */
  public long target(int address) {
    return targetOf(ordinal(page(address), offset(address)));
  }

  long targetOf(int ordinal) {
    return (long) LONGS.getAcquire(targets[ordinal >>> TARGETS_SHIFT], ordinal & TARGETS_MASK);
  }

  /** Lets the record stand for another target. Any thread, as long as all name the same place. */
  public void retarget(int address, long target) {
    retargetOf(ordinal(page(address), offset(address)), target);
  }

  void retargetOf(int ordinal, long target) {
    LONGS.setRelease(targets[ordinal >>> TARGETS_SHIFT], ordinal & TARGETS_MASK, target);
  }

  static int ordinal(byte[] page, int offset) {
    return (int) INTS.get(page, offset + ORDINAL_OFFSET);
  }

  /** The page that holds the record's key, at {@link #keyOffset}; must not be written to. */
  public byte[] page(int address) {
    return pages[address >>> PAGE_SHIFT];
  }

  public static int keyOffset(int address) {
    return offset(address) + HEADER_BYTES;
  }

  static int offset(int address) {
    return (address & UNIT_MASK) << UNIT_SHIFT;
  }

  static int units(int keyLength) {
    return (HEADER_BYTES + keyLength + UNIT_BYTES - 1) >>> UNIT_SHIFT;
  }

  static int keyLength(byte[] page, int offset) {
    return (int) INTS.get(page, offset);
  }

  static int context(byte[] page, int offset) {
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
