package dev.pag.aggregate;

/** What a block number leads to: the block, or where its series went. */
abstract sealed class Home permits Block, Moved {
  /** Which cells the series of this number have; tells a cell's component, moved or not. */
  abstract Layout layout();

  abstract Family family();

  /** Cells are numbered {@code block << 32 | cell}. */
  static long target(int block, int cell) {
    return (long) block << 32 | cell;
  }

  static int block(long target) {
    return (int) (target >>> 32);
  }

  static int cell(long target) {
    return (int) target;
  }

  /** The target of component 0 of the series that {@code target} belongs to. */
  static long series(long target, Layout layout) {
    return target - cell(target) % layout.width();
  }
}
