package dev.pag.aggregate;

/**
 * What is left of a block that was split, widened or narrowed: where each of its cells is now.
 *
 * <p>Spellings and staged cells that still name the old block are led on. Immutable; kept small, as
 * it stays for good.
 */
final class Moved extends Home {
  /** Where a run of the old block's series went: to the slots of one new block. */
  static final class Part {
    private final int block;
    private final int width;
    private final int[] components;

    /**
     * A part in block number {@code block} with series of {@code width} cells.
     *
     * @param components the new component of each old one in use; kept
     */
    Part(int block, int width, int[] components) {
      this.block = block;
      this.width = width;
      this.components = components;
    }

    long target(int slot, int oldComponent) {
      return Home.target(block, slot * width + components[oldComponent]);
    }
  }

  private final Family family;
  private final Layout layout;
  private final Part[] parts;
  private final byte[] partOfSlot;
  private final short[] newSlots;

  /** The last two have one element for each old slot; all arrays are kept. */
  Moved(Block old, Part[] parts, byte[] partOfSlot, short[] newSlots) {
    this.family = old.family();
    this.layout = old.layout();
    this.parts = parts;
    this.partOfSlot = partOfSlot;
    this.newSlots = newSlots;
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
    int slot = cell / layout.width();
    return parts[partOfSlot[slot]].target(newSlots[slot], cell % layout.width());
  }
}
