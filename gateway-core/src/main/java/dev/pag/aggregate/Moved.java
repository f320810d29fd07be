package dev.pag.aggregate;

/**
 * What is left of a block that was split or widened: for each slot its new block and slot.
 *
 * <p>Spellings and staged cells that still name the old block are led on; a component keeps its
 * number. Immutable.
 */
final class Moved extends Home {
  private final Family family;
  private final Layout layout;
  private final int[] newBlocks;
  private final short[] newSlots;
  private final int[] newWidths;

  /** The arrays have one element a slot and are kept. */
  Moved(Block old, int[] newBlocks, short[] newSlots, int[] newWidths) {
    this.family = old.family();
    this.layout = old.layout();
    this.newBlocks = newBlocks;
    this.newSlots = newSlots;
    this.newWidths = newWidths;
  }

  @Override
  Layout layout() {
    return layout;
  }

  @Override
  Family family() {
    return family;
  }

  /** Where {@code cell} of the old block is now, or was when the new one moved in turn. */
  long resolve(int cell) {
    int width = layout.width();
    int slot = cell / width;
    return target(newBlocks[slot], newSlots[slot] * newWidths[slot] + cell % width);
  }
}
