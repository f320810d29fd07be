package dev.pag.aggregate;

import dev.pag.snapshot.CommitGate;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Block number to block. Numbers are never given twice, so a stale one leads to a {@link Moved},
 * never to a stranger.
 *
 * <p>Threads: any may read; additions and replacements only under the structure lock.
 */
final class BlockTable {
  private static final VarHandle HOMES = MethodHandles.arrayElementVarHandle(Home[].class);

  private final CommitGate gate;
  private volatile Home[] homes = new Home[64];
  private int next = 1;

  /** A table of blocks whose commits all pass {@code gate}. */
  BlockTable(CommitGate gate) {
    this.gate = gate;
  }

  CommitGate gate() {
    return gate;
  }

  int reserve() {
    if (next == homes.length) {
      homes = Arrays.copyOf(homes, homes.length * 2);
    }
    return next++;
  }

  void set(int number, Home home) {
    HOMES.setRelease(homes, number, home);
  }

  Home get(int number) {
    return (Home) HOMES.getAcquire(homes, number);
  }

  /** Follows moves until the cell's present block; that one may be moved right afterwards. */
  long resolve(long target) {
    long at = target;
    while (get(Home.block(at)) instanceof Moved moved) {
      at = moved.resolve(Home.cell(at));
    }
    return at;
  }

  /** The address of the canonical series text of a cell. */
  int text(long target) {
    while (true) {
      long present = resolve(target);
      if (get(Home.block(present)) instanceof Block block) {
        return block.text(Home.cell(present));
      }
    }
  }

  /** How many bounds the series at {@code series}, its component 0, has. Structure lock held. */
  int boundCount(long series) {
    Block block = (Block) get(Home.block(series));
    int first = Home.cell(series) + Layout.FIRST_BOUND;
    int count = 0;
    for (int cell = first; cell < Home.cell(series) + block.layout().width(); cell++) {
      count += block.hasCell(cell) ? 1 : 0;
    }
    return count;
  }
}
