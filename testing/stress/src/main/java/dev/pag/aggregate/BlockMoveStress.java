package dev.pag.aggregate;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.snapshot.BlockFrame;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A block that is split against a commit to its cells: no delta is lost or doubled, and a cut sees
 * both series' or neither.
 *
 * <p>The committer has staged cells of the old block and learns on the way, from {@link Moved},
 * that they are elsewhere, in two blocks now. Hunted: a merge into the old block after its values
 * were copied, a merge into both, and a cut that sees one half moved with the delta and the other
 * without. Results: the two series at the mover's cut, then at the end.
 */
final class BlockMoveStress {
  private BlockMoveStress() {}

  /** One lock around commit and move. */
  @JCStressTest
  @Outcome(id = "0, 0, 1, 1", expect = ACCEPTABLE, desc = "split -> cut -> commit")
  @Outcome(id = "1, 1, 1, 1", expect = ACCEPTABLE, desc = "commit -> cut, split before or after")
  @State
  public static class Model {
    private int[] cells = {0, 0};

    @Actor
    public void committer() {
      synchronized (this) {
        cells[0]++;
        cells[1]++;
      }
    }

    @Actor
    public void mover(IIII_Result r) {
      synchronized (this) {
        cells = cells.clone();
      }
      synchronized (this) {
        r.r1 = cells[0];
        r.r2 = cells[1];
      }
    }

    @Arbiter
    public void arbiter(IIII_Result r) {
      r.r3 = cells[0];
      r.r4 = cells[1];
    }
  }

  @JCStressTest
  @Outcome(id = "0, 0, 1, 1", expect = ACCEPTABLE, desc = "split -> cut -> commit")
  @Outcome(id = "1, 1, 1, 1", expect = ACCEPTABLE, desc = "commit -> cut, split before or after")
  @State
  public static class Actual {
    private static final int SERIES = 2;
    private static final int EPOCH = 1;
    private static final double[] NO_BOUNDS = {};

    private final SeriesStore store = StagedPush.emptyStore();
    private final Family family =
        new Family(
            0, ByteKey.of("a"), MetricType.COUNTER, MergeRule.SUM, store.blocks(), store.samples());
    private final Block old = new Block(store.blocks().reserve(), family, scalar(), SERIES, EPOCH);
    private final Block[] parts = new Block[SERIES];
    private final PendingPush push = new PendingPush(store, 1);

    public Actual() {
      store.blocks().set(old.number(), old);
      for (int slot = 0; slot < SERIES; slot++) {
        byte[] key = {'a', (byte) ('0' + slot)};
        long target = Home.target(old.number(), slot);
        long hash = store.samples().hash(0, key, 0, key.length);
        old.insert(slot, EPOCH);
        int text = store.samples().insert(hash, 0, key, 0, key.length, target);
        old.addCell(slot, text, EPOCH, MergeRule.SUM);
        push.staging().add(target, 1, 1);
      }
    }

    private static Layout scalar() {
      return Layout.initial(MetricType.COUNTER);
    }

    @Actor
    public void committer() {
      try {
        push.commit(() -> Creation.KEEP_NO_SPELLINGS);
      } catch (PushRefusedException e) {
        throw new IllegalStateException("bug: refused a right push", e);
      }
    }

    @Actor
    public void mover(IIII_Result r) {
      split();
      long cut = store.hold();
      r.r1 = read(0, cut);
      r.r2 = read(1, cut);
    }

    /** As the index of a family does it when a push brings a series between two others. */
    private void split() {
      synchronized (store.structureLock()) {
        long epoch = store.gate().enter();
        synchronized (old) {
          Relocation relocation = new Relocation(old, SERIES, store.blocks(), store.samples());
          for (int index = 0; index < SERIES; index++) {
            parts[index] = relocation.move(index, index + 1, NO_BOUNDS, epoch);
          }
          relocation.finish();
        }
        store.gate().leave(epoch);
      }
    }

    private int read(int part, long cut) {
      BlockFrame frame = new BlockFrame();
      parts[part].copyTo(frame, cut);
      return (int) frame.value(frame.firstCell(0));
    }

    @Arbiter
    public void arbiter(IIII_Result r) {
      r.r3 = read(0, StagedPush.NOW);
      r.r4 = read(1, StagedPush.NOW);
    }
  }

  /** The committer does not look whether the block was retired before it merges. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "commit -> move, or move -> commit")
  @Outcome(
      id = "0, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "get block -> move -> merge into the old block: deltas are lost")
  @State
  public static class WithoutRetirement {
    private volatile int[] block = {0, 0};

    @Actor
    public void committer() {
      int[] found = block;
      synchronized (found) {
        found[0]++;
        found[1]++;
      }
    }

    @Actor
    public void mover() {
      int[] old = block;
      synchronized (old) {
        block = old.clone();
      }
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = block[0];
      r.r2 = block[1];
    }
  }
}
