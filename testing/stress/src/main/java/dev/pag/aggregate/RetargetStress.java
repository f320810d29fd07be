package dev.pag.aggregate;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import dev.pag.ascii.SipHash;
import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import dev.pag.snapshot.CommitGate;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A spelling that is led to a new block against a reader of it: who sees the new target sees the
 * block too.
 *
 * <p>Blocks of two numbers are in play, so that half of either would be a third. Hunted: the
 * block's number becoming visible in the record before the block does in the table, or before the
 * larger table that has room for it. The result is the number of the block found; -1 if there was
 * none.
 */
final class RetargetStress {
  private static final int NONE_FOUND = -1;
  private static final SipHash HASHING = new SipHash(1, 2);
  private static final Layout SCALAR = Layout.initial(MetricType.COUNTER);
  private static final byte[] KEY = {'k'};

  private RetargetStress() {}

  private static int numberOf(@Nullable Home home) {
    return home instanceof Block block ? block.number() : NONE_FOUND;
  }

  /** The block itself behind one volatile field. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "read -> retarget")
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "retarget -> read")
  @State
  public static class Model {
    private volatile int[] target = {1};

    @Actor
    public void mover() {
      target = new int[] {2};
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = target[0];
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "read target -> retarget")
  @Outcome(id = "64", expect = ACCEPTABLE, desc = "set block -> retarget -> read target and block")
  @State
  public static class Actual {
    private final SpellingTable spellings = new SpellingTable(HASHING);
    private final BlockTable blocks = new BlockTable(new CommitGate());
    private final Family family =
        new Family(0, ByteKey.of("a"), MetricType.COUNTER, MergeRule.SUM, blocks, spellings);
    private final int record;

    public Actual() {
      Block first = block();
      record = spellings.insert(1, 0, KEY, 0, KEY.length, Home.target(first.number(), 0));
      while (blocks.reserve() < 63) {
        // The next number is the first that makes the table of blocks grow.
      }
    }

    private Block block() {
      Block block = new Block(blocks.reserve(), family, SCALAR, 1, 1);
      blocks.set(block.number(), block);
      return block;
    }

    @Actor
    public void mover() {
      spellings.retarget(record, Home.target(block().number(), 0));
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = numberOf(blocks.get(Home.block(spellings.target(record))));
    }
  }

  /** The spelling is led on first, as stores without an order between them would allow. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "read target -> retarget")
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "retarget -> set block -> read target and block")
  @Outcome(
      id = "-1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "retarget -> read target and block -> set block: leads nowhere")
  @State
  public static class TargetBeforeBlock {
    private final BlockTable blocks = new BlockTable(new CommitGate());
    private final Family family =
        new Family(
            0,
            ByteKey.of("a"),
            MetricType.COUNTER,
            MergeRule.SUM,
            blocks,
            new SpellingTable(HASHING));
    private volatile int target;

    public TargetBeforeBlock() {
      target = blocks.reserve();
      blocks.set(target, new Block(target, family, SCALAR, 1, 1));
    }

    @Actor
    public void mover() {
      int number = blocks.reserve();
      target = number;
      blocks.set(number, new Block(number, family, SCALAR, 1, 1));
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = numberOf(blocks.get(target));
    }
  }
}
