package dev.pag.snapshot;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Enter and leave against cut: once {@link CommitGate#cut} has returned {@code e}, no commit of an
 * epoch below {@code e} is under way.
 *
 * <p>The committer writes a plain field between entering and leaving, twice; the cutter cuts twice
 * and looks at the fields after each. Hunted: a commit that is given the closing epoch but not
 * waited for, a phase's counters being used again too early, and the cutter's plain reads being
 * done before its wait is over. A commit of an epoch not below the cut may be seen or not: that is
 * what the blocks' shadows are for.
 */
final class CommitGateStress {
  private CommitGateStress() {}

  /** What both threads do, whatever the gate. */
  private abstract static class Commits {
    private final long[] epochs = new long[2];
    private final long[] cuts = new long[2];
    private final boolean[][] seen = new boolean[2][];
    private boolean first;
    private boolean second;

    abstract long enter();

    abstract void leave(long epoch);

    abstract long cut();

    final void commitTwice() {
      epochs[0] = enter();
      first = true;
      leave(epochs[0]);
      epochs[1] = enter();
      second = true;
      leave(epochs[1]);
    }

    final void cutTwice() {
      for (int i = 0; i < cuts.length; i++) {
        cuts[i] = cut();
        seen[i] = new boolean[] {first, second};
      }
    }

    /** The epochs, and how many commits a cut promised and did not show. */
    final void judge(III_Result r) {
      int missed = 0;
      for (int cut = 0; cut < cuts.length; cut++) {
        for (int commit = 0; commit < epochs.length; commit++) {
          missed += epochs[commit] < cuts[cut] && !seen[cut][commit] ? 1 : 0;
        }
      }
      r.r1 = (int) epochs[0];
      r.r2 = (int) epochs[1];
      r.r3 = missed;
    }
  }

  /** The gate as one would like it to be: whoever is inside holds a lock. */
  @JCStressTest
  @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "commit -> commit -> cut -> cut")
  @Outcome(id = "1, 2, 0", expect = ACCEPTABLE, desc = "commit -> cut -> commit -> cut")
  @Outcome(id = "1, 3, 0", expect = ACCEPTABLE, desc = "commit -> cut -> cut -> commit")
  @Outcome(id = "2, 2, 0", expect = ACCEPTABLE, desc = "cut -> commit -> commit -> cut")
  @Outcome(id = "2, 3, 0", expect = ACCEPTABLE, desc = "cut -> commit -> cut -> commit")
  @Outcome(id = "3, 3, 0", expect = ACCEPTABLE, desc = "cut -> cut -> commit -> commit")
  @State
  public static class Model extends Commits {
    private final Semaphore inside = new Semaphore(1);
    private long epoch = 1;

    @Override
    long enter() {
      inside.acquireUninterruptibly();
      return epoch;
    }

    @Override
    void leave(long entered) {
      inside.release();
    }

    @Override
    long cut() {
      inside.acquireUninterruptibly();
      long next = ++epoch;
      inside.release();
      return next;
    }

    @Actor
    public void committer() {
      commitTwice();
    }

    @Actor
    public void cutter() {
      cutTwice();
    }

    @Arbiter
    public void arbiter(III_Result r) {
      judge(r);
    }
  }

  @JCStressTest
  @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "commit -> commit -> cut -> cut")
  @Outcome(id = "1, 2, 0", expect = ACCEPTABLE, desc = "commit -> cut -> commit -> cut")
  @Outcome(id = "1, 3, 0", expect = ACCEPTABLE, desc = "commit -> cut -> cut -> commit")
  @Outcome(id = "2, 2, 0", expect = ACCEPTABLE, desc = "cut -> commit -> commit -> cut")
  @Outcome(id = "2, 3, 0", expect = ACCEPTABLE, desc = "cut -> commit -> cut -> commit")
  @Outcome(id = "3, 3, 0", expect = ACCEPTABLE, desc = "cut -> cut -> commit -> commit")
  @State
  public static class Actual extends Commits {
    private final CommitGate gate = new CommitGate();

    @Override
    long enter() {
      return gate.enter();
    }

    @Override
    void leave(long epoch) {
      gate.leave(epoch);
    }

    @Override
    long cut() {
      return gate.cut();
    }

    @Actor
    public void committer() {
      commitTwice();
    }

    @Actor
    public void cutter() {
      cutTwice();
    }

    @Arbiter
    public void arbiter(III_Result r) {
      judge(r);
    }
  }

  /** A mere epoch number: nobody waits for those who still hold the old one. */
  @JCStressTest
  @Outcome(id = "\\d, \\d, 0", expect = ACCEPTABLE, desc = "no commit was under way at a cut")
  @Outcome(
      id = "\\d, \\d, [1-4]",
      expect = ACCEPTABLE_INTERESTING,
      desc = "enter -> cut -> look -> write: the cut missed a commit of an epoch below it")
  @State
  public static class WithoutWaiting extends Commits {
    private final AtomicLong epoch = new AtomicLong(1);

    @Override
    long enter() {
      return epoch.get();
    }

    @Override
    void leave(long entered) {}

    @Override
    long cut() {
      return epoch.incrementAndGet();
    }

    @Actor
    public void committer() {
      commitTwice();
    }

    @Actor
    public void cutter() {
      cutTwice();
    }

    @Arbiter
    public void arbiter(III_Result r) {
      judge(r);
    }
  }
}
