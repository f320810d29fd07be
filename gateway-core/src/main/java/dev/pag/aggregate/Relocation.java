package dev.pag.aggregate;

/**
 * Moves the series of one block to new ones and leaves a {@link Moved} behind.
 *
 * <p>Threads: under the structure lock and the old block's own, from the first move to {@link
 * #finish}, so that no commit falls in between.
 */
final class Relocation {
  private final Block old;
  private final BlockTable table;
  private final SpellingTable spellings;
  private final int[] newBlocks;
  private final short[] newSlots;
  private final int[] newWidths;

  Relocation(Block old, int size, BlockTable table, SpellingTable spellings) {
    this.old = old;
    this.table = table;
    this.spellings = spellings;
    this.newBlocks = new int[size];
    this.newSlots = new short[size];
    this.newWidths = new int[size];
  }

  /** Moves the series at page positions {@code [from, to)} to a new block. */
  Block move(int from, int to, Family family, Layout layout, long epoch) {
    Block part = new Block(table.reserve(), family, layout, to - from, epoch);
    old.copyTo(part, from, to);
    table.set(part.number(), part);
    for (int index = from; index < to; index++) {
      int slot = old.slotAt(index);
      newBlocks[slot] = part.number();
      newSlots[slot] = (short) (index - from);
      newWidths[slot] = layout.width();
      retarget(part, index - from);
    }
    return part;
  }

  /** The canonical spellings are led to the new cells at once; others follow when next used. */
  private void retarget(Block part, int slot) {
    int width = part.layout().width();
    for (int cell = slot * width; cell < (slot + 1) * width; cell++) {
      if (part.hasCell(cell)) {
        spellings.retarget(part.text(cell), Home.target(part.number(), cell));
      }
    }
  }

  void finish() {
    old.retire(table, new Moved(old, newBlocks, newSlots, newWidths));
  }
}
