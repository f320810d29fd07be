package dev.pag.aggregate;

import dev.pag.snapshot.BlockFrame;
import dev.pag.snapshot.Cells;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One stripe: up to 512 series of one family that are neighbours on the page, with one lock.
 *
 * <p>Every cell has a live value, and a shadow while a scrape needs it. The first commit after a
 * cut that is being read copies the live values to the shadow and then changes only the live ones,
 * so a scrape reads the shadow of blocks touched since the cut and the live values of the others.
 *
 * <p>Threads: any; every access is under the block's own monitor. Structure (new series, splitting)
 * changes only under the store's structure lock as well. Cost: a commit takes the lock once per run
 * of cells; nobody holds it while rendering.
 */
final class Block extends Home {
  /*
   * Implementation note. `epoch` is that of the newest commit that prepared this block. A scrape cut
   * at epoch e shows commits of epochs below e. Commits of epoch e - 1 can still be under way when
   * the first of e arrives here; their deltas then go to live and shadow, and the scrape waits for
   * them (CommitGate) before it reads. Only two epochs can be under way, so one shadow is enough.
   *
   * `shadow` counts only where epoch >= cut; null then means that the block was born after the cut
   * and has nothing to show. A commit that finds the cut not held makes none: a later scrape makes
   * a cut of its own, as that commit has entered. Two epochs are under way only during a cut, which
   * is held, so where a late commit needs a shadow it was made.
   *
   * A block that is split or widened is retired: its series go to new blocks, it is never written
   * again, and a renderer that still holds it reads it as it was. That is what the cut needs: before
   * the renderer took the list of blocks every older commit was through.
   */
  static final int MAX_SERIES = 512;
  private static final int MAX_CELLS = 4096;

  /** Cells that may be absent in a block whatever its size; beyond, as many as are alive. */
  private static final int MAX_IDLE_CELLS = 64;

  /** Spellings of one cell beyond the canonical one; more are read the slow way every time. */
  private static final int MAX_ALIASES = 8;

  private static final int INITIAL_SERIES = 2;

  private final int number;
  private final Family family;
  private final Layout layout;
  private final int width;

  private double[] live;
  private double @Nullable [] shadow;
  private int[] texts;
  private byte[] aliases;
  private short[] order;
  private int size;
  private int liveCells;
  private long epoch;
  private boolean retired;

  Block(int number, Family family, Layout layout, int capacity, long epoch) {
    this.number = number;
    this.family = family;
    this.layout = layout;
    this.width = layout.width();
    this.epoch = epoch;
    int cells = Math.max(capacity, INITIAL_SERIES) * width;
    this.live = absent(cells);
    this.texts = new int[cells];
    this.aliases = new byte[cells];
    this.order = new short[Math.max(capacity, INITIAL_SERIES)];
  }

  private static double[] absent(int cells) {
    double[] values = new double[cells];
    Arrays.fill(values, Cells.ABSENT);
    return values;
  }

  int number() {
    return number;
  }

  @Override
  Family family() {
    return family;
  }

  @Override
  Layout layout() {
    return layout;
  }

  /** How many series of {@code layout} fit into one block. */
  static int capacity(Layout layout) {
    return Math.max(INITIAL_SERIES, Math.min(MAX_SERIES, MAX_CELLS / layout.width()));
  }

  // Commits.

  /**
   * Merges staged values into cells of this block.
   *
   * @return false, and nothing done, if the block's series have moved
   */
  synchronized boolean merge(
      long[] targets, double[] values, int from, int to, long commitEpoch, MergeRule rule) {
    if (retired) {
      return false;
    }
    prepare(commitEpoch);
    if (rule == MergeRule.SUM) {
      for (int i = from; i < to; i++) {
        live[(int) targets[i]] += values[i];
      }
    } else {
      mergeByRule(live, targets, values, from, to, rule);
    }
    if (epoch > commitEpoch) {
      mergeByRule(shadow(), targets, values, from, to, rule);
    }
    return true;
  }

  private static void mergeByRule(
      double[] cells, long[] targets, double[] values, int from, int to, MergeRule rule) {
    for (int i = from; i < to; i++) {
      int cell = (int) targets[i];
      cells[cell] = rule.merge(cells[cell], values[i]);
    }
  }

  /** Copy on first write: what a cut since the last commit must still show goes to the shadow. */
  private void prepare(long commitEpoch) {
    if (epoch < commitEpoch) {
      shadow = family.gate().isHeld() ? live.clone() : null;
      epoch = commitEpoch;
    }
  }

  /** For a late commit into a block that was born after the cut. */
  private double[] shadow() {
    double[] cells = shadow;
    if (cells == null) {
      cells = absent(live.length);
      shadow = cells;
    }
    return cells;
  }

  // Structure: only under the structure lock.

  synchronized int size() {
    return size;
  }

  boolean isFull() {
    return size() >= capacity(layout);
  }

  /**
   * True if {@code series} of a {@code wider} layout may share this block: series with few cells
   * must not pay for neighbours with many, or a sender of odd bounds could fill the memory.
   *
   * @param moreCells that will be alive then, beyond those that are
   */
  synchronized boolean accepts(int series, Layout wider, int moreCells) {
    int cells = series * wider.width();
    return cells <= MAX_CELLS && cells <= 2 * (liveCells + moreCells) + MAX_IDLE_CELLS;
  }

  /** The slot at page position {@code index}. */
  synchronized int slotAt(int index) {
    return order[index];
  }

  /** The text of component 0 of the series at page position {@code index}: its identity. */
  synchronized int identityAt(int index) {
    return texts[order[index] * width];
  }

  /** Adds a series without cells at page position {@code index}; returns its slot. */
  synchronized int insert(int index, long commitEpoch) {
    prepare(commitEpoch);
    if (size == order.length) {
      growTo(Math.min(size * 2, capacity(layout)));
    }
    System.arraycopy(order, index, order, index + 1, size - index);
    order[index] = (short) size;
    return size++;
  }

  private void growTo(int series) {
    int cells = series * width;
    live = grow(live, cells);
    shadow = shadow == null ? null : grow(shadow, cells);
    texts = Arrays.copyOf(texts, cells);
    aliases = Arrays.copyOf(aliases, cells);
    order = Arrays.copyOf(order, series);
  }

  private static double[] grow(double[] values, int cells) {
    double[] bigger = Arrays.copyOf(values, cells);
    Arrays.fill(bigger, values.length, cells, Cells.ABSENT);
    return bigger;
  }

  /** Brings the cell to life with its neutral value, under the series text at {@code text}. */
  synchronized void addCell(int cell, int text, long commitEpoch, MergeRule rule) {
    prepare(commitEpoch);
    liveCells++;
    texts[cell] = text;
    live[cell] = rule.neutral();
    if (epoch > commitEpoch) {
      shadow()[cell] = rule.neutral();
    }
  }

  synchronized boolean hasCell(int cell) {
    return texts[cell] != SpellingTable.NONE;
  }

  synchronized int text(int cell) {
    return texts[cell];
  }

  synchronized boolean keepsAlias(int cell) {
    return aliases[cell] < MAX_ALIASES;
  }

  /** Counts one more spelling of the cell; false if it has enough. */
  synchronized boolean countAlias(int cell) {
    if (aliases[cell] == MAX_ALIASES) {
      return false;
    }
    aliases[cell]++;
    return true;
  }

  /**
   * The layout that the series at page positions {@code [from, to)} need: bounds that none of them
   * has are left out, {@code wanted} ones are in.
   */
  synchronized Layout layoutFor(int from, int to, double[] wanted) {
    double[] needed = new double[layout.boundCount() + wanted.length];
    int count = 0;
    for (int component = Layout.FIRST_BOUND; component < width; component++) {
      if (isUsed(component, from, to)) {
        needed[count++] = layout.bound(component);
      }
    }
    if (count == layout.boundCount()) {
      return layout.including(wanted);
    }
    System.arraycopy(wanted, 0, needed, count, wanted.length);
    return Layout.initial(family.type()).including(Arrays.copyOf(needed, count + wanted.length));
  }

  private boolean isUsed(int component, int from, int to) {
    for (int index = from; index < to; index++) {
      if (texts[order[index] * width + component] != SpellingTable.NONE) {
        return true;
      }
    }
    return false;
  }

  /**
   * Copies the series at page positions {@code [from, to)} to the end of {@code other}.
   *
   * @param components for each component of this layout that is in use, its number in the other
   */
  synchronized void copyTo(Block other, int from, int to, int[] components) {
    synchronized (other) {
      for (int index = from; index < to; index++) {
        int slot = other.size++;
        other.order[slot] = (short) slot;
        for (int component = 0; component < width; component++) {
          int cell = order[index] * width + component;
          if (texts[cell] != SpellingTable.NONE) {
            copyCell(cell, other, slot * other.width + components[component]);
          }
        }
      }
      other.epoch = epoch;
    }
  }

  private void copyCell(int cell, Block other, int goal) {
    other.live[goal] = live[cell];
    if (shadow != null) {
      other.shadow()[goal] = shadow[cell];
    }
    other.texts[goal] = texts[cell];
    other.aliases[goal] = aliases[cell];
    other.liveCells++;
  }

  /** Ends this block: its number leads to {@code moved} from now on. */
  synchronized void retire(BlockTable blocks, Moved moved) {
    blocks.set(number, moved);
    retired = true;
  }

  // Scrapes.

  /** True if no commit has changed the block since the cut that began epoch {@code cut}. */
  synchronized boolean isUntouched(long cut) {
    return epoch < cut;
  }

  /** Copies the block as it was at the cut that began epoch {@code cut}. */
  synchronized void copyTo(BlockFrame frame, long cut) {
    if (epoch < cut) {
      shadow = null; // of an older cut
    }
    double[] cells = epoch < cut ? live : shadow;
    frame.begin(cells == null ? 0 : size, width, layout.shown(), layout.shownBuckets());
    if (cells != null) {
      frame.fill(cells, order, texts);
    }
  }
}
