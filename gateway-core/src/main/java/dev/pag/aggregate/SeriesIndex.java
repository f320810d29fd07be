package dev.pag.aggregate;

import dev.pag.model.SeriesOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The blocks of one family in page order: finds the place of a new series and makes room for it.
 *
 * <p>Like the leaves of a B-tree: a full block is split into halves, but one that is full at the
 * end of the family is left full and followed by a new one, since senders mostly push in order.
 *
 * <p>Threads: changes only under the structure lock; {@link #blocks} from any thread.
 */
final class SeriesIndex {
  private static final int[] WHOLE = {};
  private static final double[] NO_BOUNDS = {};

  private final Family family;
  private final BlockTable table;
  private final SpellingTable spellings;

  private volatile Block[] blocks = new Block[0];

  // Where the last series went in: the next one mostly goes right behind it.
  private int lastBlock;
  private int lastIndex = -1;

  SeriesIndex(Family family, BlockTable table, SpellingTable spellings) {
    this.family = family;
    this.table = table;
    this.spellings = spellings;
  }

  /** The blocks in page order; must not be written to. */
  Block[] blocks() {
    return blocks;
  }

  /**
   * Makes a slot for a new series.
   *
   * @param key holds its identity; {@code [labelsFrom, labelsTo)} is the label part
   * @param bounds the bounds it needs cells for
   * @return the target of the series' component 0; no cell is alive yet
   */
  long insert(byte[] key, int labelsFrom, int labelsTo, double[] bounds, long epoch) {
    Layout own = Layout.initial(family.type()).including(bounds);
    if (blocks.length == 0) {
      append(own, epoch);
    }
    locate(key, labelsFrom, labelsTo);
    Block block = blocks[lastBlock];
    Layout layout = block.layout().including(bounds);
    if (layout == block.layout() && block.isFull()) {
      makeRoom(own, epoch);
    } else if (!block.accepts(block.size() + 1, layout, own.width())) {
      isolate(own, epoch);
    } else if (layout != block.layout()) {
      rebuild(bounds, WHOLE, epoch);
    }
    return insertAtPlace(key, labelsFrom, labelsTo, epoch);
  }

  private long insertAtPlace(byte[] key, int labelsFrom, int labelsTo, long epoch) {
    if (lastIndex < 0) {
      locate(key, labelsFrom, labelsTo);
    }
    Block block = blocks[lastBlock];
    int slot = block.insert(lastIndex, epoch);
    return Home.target(block.number(), slot * block.layout().width());
  }

  /** Sets lastBlock and lastIndex to where the new series belongs. */
  private void locate(byte[] key, int from, int to) {
    if (!isRightBehindLast(key, from, to)) {
      lastBlock = lastNotAbove(key, from, to);
      lastIndex = indexIn(blocks[lastBlock], key, from, to);
    }
  }

  private boolean isRightBehindLast(byte[] key, int from, int to) {
    if (lastIndex < 0) {
      return false;
    }
    Block block = blocks[lastBlock];
    if (compare(block, lastIndex, key, from, to) > 0) {
      return false;
    }
    int next = lastIndex + 1;
    boolean fits =
        next < block.size()
            ? compare(block, next, key, from, to) > 0
            : lastBlock + 1 == blocks.length
                || compare(blocks[lastBlock + 1], 0, key, from, to) > 0;
    if (fits) {
      lastIndex = next;
    }
    return fits;
  }

  /** The last block whose first series is not above the key; the first block if there is none. */
  private int lastNotAbove(byte[] key, int from, int to) {
    int low = 0;
    int high = blocks.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (compare(blocks[middle], 0, key, from, to) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int indexIn(Block block, byte[] key, int from, int to) {
    int low = 0;
    int high = block.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(block, middle, key, from, to) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Compares the stored series with the key. */
  private int compare(Block block, int index, byte[] key, int from, int to) {
    int address = block.identityAt(index);
    int start = SpellingTable.keyOffset(address);
    int end = start + spellings.keyLength(address);
    return SeriesOrder.compare(
        spellings.page(address), start + family.identityPrefix(), end, key, from, to);
  }

  private void append(Layout layout, long epoch) {
    Block block = new Block(table.reserve(), family, layout, 0, epoch);
    table.set(block.number(), block);
    replace(blocks.length, blocks.length, List.of(block));
    lastIndex = -1;
  }

  private void makeRoom(Layout own, long epoch) {
    Block full = blocks[lastBlock];
    if (lastBlock == blocks.length - 1 && lastIndex == full.size()) {
      append(own.width() == full.layout().width() ? full.layout() : own, epoch);
      lastBlock = blocks.length - 1;
      lastIndex = 0;
    } else {
      rebuild(NO_BOUNDS, new int[] {full.size() / 2}, epoch);
    }
  }

  /** Puts an empty block for the new series at the place, cutting the block there in two. */
  private void isolate(Layout own, long epoch) {
    int place = lastIndex;
    int at = place == 0 ? lastBlock : lastBlock + 1;
    if (place > 0 && place < blocks[lastBlock].size()) {
      rebuild(NO_BOUNDS, new int[] {place}, epoch);
    }
    Block block = new Block(table.reserve(), family, own, 0, epoch);
    table.set(block.number(), block);
    replace(at, at, List.of(block));
    lastBlock = at;
    lastIndex = 0;
  }

  /**
   * Gives an existing series cells for more bounds; its block becomes wider, or it moves to one of
   * its own.
   *
   * @return the target of its component 0 afterwards
   */
  long widen(Block block, int slot, double[] bounds, long epoch) {
    Layout wider = block.layout().including(bounds);
    long before = Home.target(block.number(), slot * block.layout().width());
    if (wider != block.layout()) {
      lastBlock = Arrays.asList(blocks).indexOf(block);
      int index = indexOfSlot(block, slot);
      boolean fits = block.accepts(block.size(), wider, bounds.length);
      rebuild(bounds, fits ? WHOLE : new int[] {index, index + 1}, epoch);
    }
    return table.resolve(before);
  }

  private static int indexOfSlot(Block block, int slot) {
    int index = 0;
    while (block.slotAt(index) != slot) {
      index++;
    }
    return index;
  }

  /**
   * Replaces the block at lastBlock by new ones with its series, cut at the page positions {@code
   * cuts}: none, one to split it, or two around the one series that gets the wanted bounds. Without
   * cuts all series get them.
   */
  private void rebuild(double[] wantedBounds, int[] cuts, long epoch) {
    Block old = blocks[lastBlock];
    synchronized (old) {
      int size = old.size();
      Relocation relocation = new Relocation(old, size, table, spellings);
      List<Block> parts = new ArrayList<>();
      int from = 0;
      for (int part = 0; part <= cuts.length; part++) {
        int to = part < cuts.length ? cuts[part] : size;
        if (to > from) {
          boolean outside = cuts.length == 2 && part != 1;
          parts.add(relocation.move(from, to, outside ? NO_BOUNDS : wantedBounds, epoch));
        }
        from = to;
      }
      replace(lastBlock, lastBlock + 1, parts);
      relocation.finish();
    }
    lastIndex = -1;
  }

  /** Readers see the old array or the new one, never a mix. */
  private void replace(int from, int to, List<Block> parts) {
    Block[] old = blocks;
    Block[] next = new Block[old.length - (to - from) + parts.size()];
    System.arraycopy(old, 0, next, 0, from);
    for (int i = 0; i < parts.size(); i++) {
      next[from + i] = parts.get(i);
    }
    System.arraycopy(old, to, next, from + parts.size(), old.length - to);
    blocks = next;
  }
}
