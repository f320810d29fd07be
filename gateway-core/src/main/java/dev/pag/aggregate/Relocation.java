package dev.pag.aggregate;

import java.util.ArrayList;
import java.util.List;

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
  private final List<Block> newBlocks = new ArrayList<>();
  private final List<Moved.Part> parts = new ArrayList<>();
  private final byte[] partOfSlot;
  private final short[] newSlots;

  Relocation(Block old, int size, BlockTable table, SpellingTable spellings) {
    this.old = old;
    this.table = table;
    this.spellings = spellings;
    this.partOfSlot = new byte[size];
    this.newSlots = new short[size];
  }

  /** Moves the series at page positions {@code [from, to)} to a new block, which it returns. */
  Block move(int from, int to, double[] wantedBounds, long epoch) {
    Layout layout = old.layoutFor(from, to, wantedBounds);
    int[] components = components(old.layout(), layout);
    Block part = new Block(table.reserve(), old.family(), layout, to - from, epoch);
    old.copyTo(part, from, to, components);
    table.set(part.number(), part);
    for (int index = from; index < to; index++) {
      int slot = old.slotAt(index);
      partOfSlot[slot] = (byte) parts.size();
      newSlots[slot] = (short) (index - from);
    }
    newBlocks.add(part);
    parts.add(new Moved.Part(part.number(), layout.width(), components));
    return part;
  }

  private static int[] components(Layout from, Layout to) {
    int[] components = new int[from.width()];
    for (int component = 0; component < components.length; component++) {
      components[component] =
          component < Layout.FIRST_BOUND ? component : to.componentOf(from.bound(component));
    }
    return components;
  }

  /**
   * Ends the old block, then leads the canonical spellings to the new cells; others follow when
   * next used. In this order: whoever is led to a new block must find the old one moved, or a push
   * could hold cells of one series under both numbers and take it for two.
   */
  void finish() {
    old.retire(table, new Moved(old, parts.toArray(new Moved.Part[0]), partOfSlot, newSlots));
    newBlocks.forEach(this::retarget);
  }

  private void retarget(Block block) {
    int cells = block.size() * block.layout().width();
    for (int cell = 0; cell < cells; cell++) {
      if (block.hasCell(cell)) {
        spellings.retarget(block.text(cell), Home.target(block.number(), cell));
      }
    }
  }
}
