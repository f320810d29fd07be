package dev.pag.aggregate;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import dev.pag.ascii.SipHash;
import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import dev.pag.snapshot.CommitGate;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Staged cells of one block are led on while the block moves as a whole: after the check they all
 * name the old block or all name the new one, whose cells {@link PushCheck} takes for one series.
 *
 * <p>A cell of another block is staged in between, so that they are not led on as one run. Hunted:
 * a move between the two that the check does not notice, and a spelling that names the new block
 * while the old one does not yet lead there. Results: the numbers of the two blocks; 1 is the old
 * one.
 */
final class LeadOnStress {
  private static final Layout SCALAR = Layout.initial(MetricType.COUNTER);
  private static final SipHash HASHING = new SipHash(1, 2);

  private LeadOnStress() {}

  private static Family family(BlockTable blocks, SpellingTable spellings) {
    return new Family(0, ByteKey.of("a"), MetricType.COUNTER, MergeRule.SUM, blocks, spellings);
  }

  private static Block block(BlockTable blocks, Family family, int series) {
    Block block = new Block(blocks.reserve(), family, SCALAR, series, 1);
    blocks.set(block.number(), block);
    return block;
  }

  private static void check(PushCheck check, Staging staging, II_Result r) {
    try {
      check.check(staging);
    } catch (PushRefusedException e) {
      throw new IllegalStateException("bug: refused a right push", e);
    }
    r.r1 = Home.block(staging.targets()[0]);
    r.r2 = Home.block(staging.targets()[2]);
  }

  /** The number of the block is looked up once for both. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "lead on both -> move")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "move -> lead on both")
  @State
  public static class Model {
    private volatile int block = 1;

    @Actor
    public void committer(II_Result r) {
      int present = block;
      r.r1 = present;
      r.r2 = present;
    }

    @Actor
    public void mover() {
      block = 2;
    }
  }

  /** Both are staged before the move begins. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "lead on both -> move")
  @Outcome(id = "3, 3", expect = ACCEPTABLE, desc = "move -> lead on both")
  @State
  public static class ActualCheck {
    private static final SpellingTable SPELLINGS = new SpellingTable(HASHING);
    private static final short[] SLOTS = {0, 1};

    private final BlockTable blocks = new BlockTable(new CommitGate());
    private final Family family = family(blocks, SPELLINGS);
    private final Block old = block(blocks, family, SLOTS.length);
    private final Block between = block(blocks, family, 1);
    private final Block present = block(blocks, family, SLOTS.length);
    private final Staging staging = new Staging();
    private final PushCheck check = new PushCheck(blocks, SPELLINGS);

    public ActualCheck() {
      staging.add(Home.target(old.number(), 0), 1, 1);
      staging.add(Home.target(between.number(), 0), 1, 2);
      staging.add(Home.target(old.number(), 1), 1, 3);
    }

    @Actor
    public void committer(II_Result r) {
      check(check, staging, r);
    }

    @Actor
    public void mover() {
      Moved.Part part = new Moved.Part(present.number(), SCALAR.width(), new int[] {0});
      old.retire(blocks, new Moved(old, new Moved.Part[] {part}, new byte[SLOTS.length], SLOTS));
    }
  }

  /** They are staged from their spellings meanwhile, the one that is led on last first. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "stage and lead on both -> move")
  @Outcome(id = "3, 3", expect = ACCEPTABLE, desc = "move -> lead on both")
  @State
  public static class ActualStageAndCheck {
    private static final int SERIES = 64;
    private static final double[] NO_BOUNDS = {};

    private final BlockTable blocks = new BlockTable(new CommitGate());
    private final SpellingTable spellings = new SpellingTable(HASHING);
    private final Family family = family(blocks, spellings);
    private final Block old = block(blocks, family, SERIES);
    private final Block between = block(blocks, family, 1);
    private final int[] records = new int[SERIES];
    private final PushCheck check = new PushCheck(blocks, spellings);

    public ActualStageAndCheck() {
      for (int slot = 0; slot < SERIES; slot++) {
        byte[] key = {'a', (byte) slot};
        long target = Home.target(old.number(), slot);
        records[slot] = spellings.insert(slot, 0, key, 0, key.length, target);
        old.insert(slot, 1);
        old.addCell(slot, records[slot], 1, MergeRule.SUM);
      }
    }

    @Actor
    public void committer(II_Result r) {
      Staging staging = new Staging();
      staging.add(spellings.target(records[SERIES - 1]), 1, 1);
      staging.add(Home.target(between.number(), 0), 1, 2);
      staging.add(spellings.target(records[0]), 1, 3);
      check(check, staging, r);
    }

    @Actor
    public void mover() {
      synchronized (old) {
        Relocation relocation = new Relocation(old, SERIES, blocks, spellings);
        relocation.move(0, SERIES, NO_BOUNDS, 1);
        relocation.finish();
      }
    }
  }

  /** Led on one by one, and again if a count of moves has changed; the mover counts afterwards. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "lead on both -> move")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "move -> lead on both")
  @Outcome(
      id = "1, 2",
      expect = ACCEPTABLE_INTERESTING,
      desc = "lead on first -> move -> lead on second, look at the count -> count the move")
  @State
  public static class CountedAfterMove {
    private volatile int block = 1;
    private volatile int moves;

    @Actor
    public void committer(II_Result r) {
      int before;
      do {
        before = moves;
        r.r1 = block;
        r.r2 = block;
      } while (moves != before);
    }

    @Actor
    public void mover() {
      block = 2;
      moves = 1;
    }
  }
}
