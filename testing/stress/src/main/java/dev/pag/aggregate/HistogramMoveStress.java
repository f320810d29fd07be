package dev.pag.aggregate;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import dev.pag.model.MetricType;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A known histogram series is pushed while another push widens its block: the cells of the series
 * are checked together, so each bucket gains its own count and nothing is filled in twice.
 *
 * <p>The check of a push without anything new runs without the structure lock. Hunted: cells of one
 * series that are led to their block one by one, some before it moved and some after; then they
 * look like parts of two series, the cumulative counts of each are taken apart on their own, and a
 * bucket +Inf and a count are filled in that were pushed all the same. Result: the cells count,
 * sum, +Inf, 1, 2, 3 per bucket, at the end.
 */
final class HistogramMoveStress {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private HistogramMoveStress() {}

  /** One lock around the whole commit. */
  @JCStressTest
  @Outcome(id = "\\[1, 1\\]", expect = ACCEPTABLE, desc = "commit -> move, or move -> commit")
  @State
  public static class Model {
    private int[] cells = {0, 0};

    @Actor
    public void committer() {
      synchronized (this) {
        int[] cumulative = {1, 2};
        cells[0] += cumulative[0];
        cells[1] += cumulative[1] - cumulative[0];
      }
    }

    @Actor
    public void mover() {
      synchronized (this) {
        cells = cells.clone();
      }
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = Arrays.toString(cells);
    }
  }

  @JCStressTest
  @Outcome(
      id = "\\[9, 9, 3, 3, 2, 1\\]",
      expect = ACCEPTABLE,
      desc = "three pushes of one observation a bucket, the last one with bound 3 as well")
  @State
  public static class Actual {
    private final SeriesStore store = StagedPush.emptyStore();
    private final StagedPush known;
    private final StagedPush widening;

    public Actual() {
      new StagedPush(store).histogram("h", 1, 2, INFINITY).commit();
      known = new StagedPush(store).histogram("h", 1, 2, INFINITY);
      widening = new StagedPush(store).histogram("h", 1, 3, INFINITY);
    }

    @Actor
    public void committer() {
      known.commit();
    }

    @Actor
    public void widener() {
      widening.commit();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = StagedPush.cellText(store, "h", StagedPush.NOW);
    }
  }

  /** The parts of the series stand apart in the push, so they are not led on as one run. */
  @JCStressTest
  @Outcome(
      id = "\\[9, 9, 3, 3, 2, 1\\]",
      expect = ACCEPTABLE,
      desc = "three pushes of one observation a bucket, the last one with bound 3 as well")
  @State
  public static class ActualApart {
    private final SeriesStore store = StagedPush.emptyStore();
    private final StagedPush known;
    private final StagedPush widening;

    public ActualApart() {
      new StagedPush(store)
          .histogram("h", 1, 2, INFINITY)
          .sample(MetricType.COUNTER, "between_total", 1)
          .commit();
      known =
          new StagedPush(store)
              .buckets("h", 1, 2, INFINITY)
              .sample(MetricType.COUNTER, "between_total", 1)
              .sumAndCount("h", 3);
      widening = new StagedPush(store).histogram("h", 1, 3, INFINITY);
    }

    @Actor
    public void committer() {
      known.commit();
    }

    @Actor
    public void widener() {
      widening.commit();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = StagedPush.cellText(store, "h", StagedPush.NOW);
    }
  }

  /** Two cumulative buckets, each led on by itself; a run of the same block is one series. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "both led on before the move, or both after")
  @Outcome(
      id = "1, 2",
      expect = ACCEPTABLE_INTERESTING,
      desc = "lead on bucket 1 -> move -> lead on +Inf: taken for the first bucket of a series")
  @State
  public static class CellByCell {
    private final AtomicInteger block = new AtomicInteger(1);

    @Actor
    public void committer(L_Result r) {
      int[] cumulative = {1, 2};
      int[] blocks = {block.get(), block.get()};
      boolean isOneRun = blocks[0] == blocks[1];
      r.r1 = cumulative[0] + ", " + (isOneRun ? cumulative[1] - cumulative[0] : cumulative[1]);
    }

    @Actor
    public void mover() {
      block.set(2);
    }
  }
}
