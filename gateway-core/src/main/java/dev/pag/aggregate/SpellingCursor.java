package dev.pag.aggregate;

import java.util.Arrays;

/**
 * A place among the records of a {@link SpellingTable}: a re-pointed view that walks them in order
 * of arrival, which is the order in which a sender mostly repeats its lines.
 *
 * <p>Threads: one; the table may grow meanwhile. Records added after the last {@link #refresh} are
 * not walked to, though {@link #moveTo} reaches them. Cost: a step reads one record header, which
 * lies right behind the record before.
 */
public final class SpellingCursor {
  private final SpellingTable table;
  private int limit;
  private int address = SpellingTable.NONE;
  private byte[] page;
  private int offset;
  private int keyLength;
  private int ordinal;

  SpellingCursor(SpellingTable table) {
    this.table = table;
    this.page = table.page(SpellingTable.NONE);
  }

  /** Lets the cursor walk to the records added so far. */
  public void refresh() {
    limit = table.limit();
  }

  /** Points at no record. */
  public void reset() {
    address = SpellingTable.NONE;
  }

  /** The record it points at, or {@link SpellingTable#NONE}. */
  public int address() {
    return address;
  }

  /** Points at the record at {@code newAddress}, or at none. */
  public void moveTo(int newAddress) {
    if (newAddress != SpellingTable.NONE) {
      point(newAddress, table.page(newAddress));
      ordinal = SpellingTable.ordinal(page, offset);
    }
    address = newAddress;
  }

  private void point(int newAddress, byte[] newPage) {
    address = newAddress;
    page = newPage;
    offset = SpellingTable.offset(newAddress);
    keyLength = SpellingTable.keyLength(newPage, offset);
  }

  /**
   * Steps to the next record.
   *
   * @return false, and still at the last one, if there is none
   */
  public boolean advance() {
    int next = address + SpellingTable.units(keyLength);
    if (next >= limit) {
      return false;
    }
    // The rest of a page that the next record did not fit into is zero; a key is never empty.
    int nextOffset = SpellingTable.offset(next);
    int length = nextOffset == 0 ? 0 : SpellingTable.keyLength(page, nextOffset);
    if (length == 0) {
      return advanceToNextPage(next);
    }
    address = next;
    offset = nextOffset;
    keyLength = length;
    ordinal++;
    return true;
  }

  private boolean advanceToNextPage(int behindLast) {
    int next = SpellingTable.pageStartAtOrAfter(behindLast);
    if (next >= limit) {
      return false;
    }
    point(next, table.page(next));
    ordinal++;
    return true;
  }

  /** True if the record is {@code context}'s and its key and {@code end} stand at {@code from}. */
  public boolean matches(int context, byte[] bytes, int from, int to, byte end) {
    int keyTo = from + keyLength;
    if (keyTo >= to || bytes[keyTo] != end || SpellingTable.context(page, offset) != context) {
      return false;
    }
    int key = offset + SpellingTable.HEADER_BYTES;
    return Arrays.equals(page, key, key + keyLength, bytes, from, keyTo);
  }

  public int keyLength() {
    return keyLength;
  }

  /** What the record stands for. */
  public long target() {
    return table.targetOf(ordinal);
  }

  /** Lets the record stand for another target that names the same place. */
  public void retarget(long target) {
    table.retargetOf(ordinal, target);
  }
}
