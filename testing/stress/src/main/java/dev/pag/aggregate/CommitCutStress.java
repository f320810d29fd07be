package dev.pag.aggregate;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import dev.pag.ascii.SipHash;
import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import dev.pag.snapshot.BlockFrame;
import dev.pag.snapshot.CommitGate;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A commit to two blocks against a cut that copies both: never one without the other.
 *
 * <p>The blocks are of two families, each with a lock of its own, so that the commit is seen by
 * anybody who looks at the live values in between. Hunted: a copy taken between the two merges, a
 * late commit of the old epoch that reaches only one shadow, and a shadow that the copy on first
 * write has filled too late.
 */
final class CommitCutStress {
  private static final Layout SCALAR = Layout.initial(MetricType.COUNTER);
  private static final SpellingTable SPELLINGS = new SpellingTable(new SipHash(1, 2));
  private static final int FIRST_EPOCH = 1;

  private CommitCutStress() {}

  private static Block block(int number, String name, CommitGate gate) {
    BlockTable table = new BlockTable(gate);
    ByteKey key = ByteKey.of(name);
    Family family = new Family(number, key, MetricType.COUNTER, MergeRule.SUM, table, SPELLINGS);
    Block block = new Block(number, family, SCALAR, 1, FIRST_EPOCH);
    block.insert(0, FIRST_EPOCH);
    block.addCell(0, 1, FIRST_EPOCH, MergeRule.SUM);
    return block;
  }

  private static void add(Block block, long epoch) {
    block.merge(new long[] {0}, new double[] {1}, 0, 1, epoch, MergeRule.SUM);
  }

  private static int read(Block block, long cut) {
    BlockFrame frame = new BlockFrame();
    block.copyTo(frame, cut);
    return (int) frame.value(frame.firstCell(0));
  }

  /** One lock around everything. */
  @JCStressTest
  @Outcome(id = "0, 0, 0, 0", expect = ACCEPTABLE, desc = "cut -> cut -> commit -> commit")
  @Outcome(id = "0, 0, 1, 1", expect = ACCEPTABLE, desc = "cut -> commit -> cut -> commit")
  @Outcome(id = "0, 0, 2, 2", expect = ACCEPTABLE, desc = "cut -> commit -> commit -> cut")
  @Outcome(id = "1, 1, 1, 1", expect = ACCEPTABLE, desc = "commit -> cut -> cut -> commit")
  @Outcome(id = "1, 1, 2, 2", expect = ACCEPTABLE, desc = "commit -> cut -> commit -> cut")
  @Outcome(id = "2, 2, 2, 2", expect = ACCEPTABLE, desc = "commit -> commit -> cut -> cut")
  @State
  public static class Model {
    private int a;
    private int b;

    private synchronized void commit() {
      a++;
      b++;
    }

    @Actor
    public void committer() {
      commit();
      commit();
    }

    @Actor
    public void cutter(IIII_Result r) {
      synchronized (this) {
        r.r1 = a;
        r.r2 = b;
      }
      synchronized (this) {
        r.r3 = a;
        r.r4 = b;
      }
    }
  }

  @JCStressTest
  @Outcome(id = "0, 0, 0, 0", expect = ACCEPTABLE, desc = "cut -> cut -> commit -> commit")
  @Outcome(id = "0, 0, 1, 1", expect = ACCEPTABLE, desc = "cut -> commit -> cut -> commit")
  @Outcome(id = "0, 0, 2, 2", expect = ACCEPTABLE, desc = "cut -> commit -> commit -> cut")
  @Outcome(id = "1, 1, 1, 1", expect = ACCEPTABLE, desc = "commit -> cut -> cut -> commit")
  @Outcome(id = "1, 1, 2, 2", expect = ACCEPTABLE, desc = "commit -> cut -> commit -> cut")
  @Outcome(id = "2, 2, 2, 2", expect = ACCEPTABLE, desc = "commit -> commit -> cut -> cut")
  @State
  public static class Actual {
    private final CommitGate gate = new CommitGate();
    private final Block a = block(1, "a_total", gate);
    private final Block b = block(2, "b_total", gate);

    private void commit() {
      long epoch = gate.enter();
      add(a, epoch);
      add(b, epoch);
      gate.leave(epoch);
    }

    @Actor
    public void committer() {
      commit();
      commit();
    }

    @Actor
    public void cutter(IIII_Result r) {
      long first = gate.cut();
      r.r1 = read(a, first);
      r.r2 = read(b, first);
      long second = gate.cut();
      r.r3 = read(a, second);
      r.r4 = read(b, second);
    }
  }

  /** As scrapes do it: in between nobody holds a cut, and commits make no shadows. */
  @JCStressTest
  @Outcome(id = "0, 0, 0, 0", expect = ACCEPTABLE, desc = "hold -> hold -> commit -> commit")
  @Outcome(id = "0, 0, 1, 1", expect = ACCEPTABLE, desc = "hold -> commit -> hold -> commit")
  @Outcome(id = "0, 0, 2, 2", expect = ACCEPTABLE, desc = "hold -> commit -> commit -> hold")
  @Outcome(id = "1, 1, 1, 1", expect = ACCEPTABLE, desc = "commit -> hold -> hold -> commit")
  @Outcome(id = "1, 1, 2, 2", expect = ACCEPTABLE, desc = "commit -> hold -> commit -> hold")
  @Outcome(id = "2, 2, 2, 2", expect = ACCEPTABLE, desc = "commit -> commit -> hold -> hold")
  @State
  public static class ActualHold {
    private final CommitGate gate = new CommitGate();
    private final Block a = block(1, "a_total", gate);
    private final Block b = block(2, "b_total", gate);

    public ActualHold() {
      gate.cut(); // what the constructor put into the blocks is of an epoch before
      gate.release();
    }

    private void commit() {
      long epoch = gate.enter();
      add(a, epoch);
      add(b, epoch);
      gate.leave(epoch);
    }

    @Actor
    public void committer() {
      commit();
      commit();
    }

    @Actor
    public void cutter(IIII_Result r) {
      long first = gate.hold();
      r.r1 = read(a, first);
      r.r2 = read(b, first);
      gate.release();
      long second = gate.hold();
      r.r3 = read(a, second);
      r.r4 = read(b, second);
      gate.release();
    }
  }

  /** The committer takes an epoch without passing the gate, so the cut does not wait for it. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "cut -> commit")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "commit -> cut")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "merge into a -> cut -> copy both -> merge into b: half a push")
  @Outcome(
      id = "0, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "cut -> copy a -> merge into both with the old epoch -> copy b: half a push")
  @State
  public static class WithoutGate {
    private final CommitGate gate = new CommitGate();
    private final Block a = block(1, "a_total", gate);
    private final Block b = block(2, "b_total", gate);

    @Actor
    public void committer() {
      long epoch = gate.enter();
      gate.leave(epoch); // at once: the cutter will not wait for what follows
      add(a, epoch);
      add(b, epoch);
    }

    @Actor
    public void cutter(II_Result r) {
      long cut = gate.cut();
      r.r1 = read(a, cut);
      r.r2 = read(b, cut);
    }
  }

  /** The cutter waits, but then copies live values, which later commits have changed already. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "cut -> copy both -> commit")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "commit -> copy both")
  @Outcome(
      id = "0, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "cut -> copy a -> commit of the next epoch -> copy b: half a push")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "cut -> merge into a -> copy both -> merge into b: half a push")
  @State
  public static class WithoutShadow {
    private final CommitGate gate = new CommitGate();
    private final Block a = block(1, "a_total", gate);
    private final Block b = block(2, "b_total", gate);

    @Actor
    public void committer() {
      long epoch = gate.enter();
      add(a, epoch);
      add(b, epoch);
      gate.leave(epoch);
    }

    @Actor
    public void cutter(II_Result r) {
      gate.cut();
      r.r1 = read(a, StagedPush.NOW);
      r.r2 = read(b, StagedPush.NOW);
    }
  }
}
