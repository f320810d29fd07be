package dev.pag.aggregate;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import dev.pag.model.MetricType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.IIL_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two pushes that both bring the same new series, committed at once: one series, with the sum.
 *
 * <p>Both have looked the series up in vain while they were read. Hunted: the look-up that is not
 * repeated under the structure lock, so that the second push makes a second series or replaces the
 * first one's cells.
 */
final class SeriesCreationStress {
  private SeriesCreationStress() {}

  /** A map that looks up and creates as one step. */
  @JCStressTest
  @Outcome(id = "3", expect = ACCEPTABLE, desc = "one creates -> both add")
  @State
  public static class Model {
    private final ConcurrentHashMap<String, AtomicInteger> series = new ConcurrentHashMap<>();

    private void add(int value) {
      series.computeIfAbsent("new_total", name -> new AtomicInteger()).addAndGet(value);
    }

    @Actor
    public void pushOfOne() {
      add(1);
    }

    @Actor
    public void pushOfTwo() {
      add(2);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = series.values().stream().mapToInt(AtomicInteger::get).sum();
    }
  }

  /** Of a counter: who created how many, and the sum. */
  @JCStressTest
  @Outcome(id = "1, 0, 3", expect = ACCEPTABLE, desc = "first creates -> second adds")
  @Outcome(id = "0, 1, 3", expect = ACCEPTABLE, desc = "second creates -> first adds")
  @State
  public static class Actual {
    private final SeriesStore store = StagedPush.emptyStore();
    private final StagedPush first =
        new StagedPush(store).sample(MetricType.COUNTER, "new_total", 1);
    private final StagedPush second =
        new StagedPush(store).sample(MetricType.COUNTER, "new_total", 2);

    @Actor
    public void pushOfOne() {
      first.commit();
    }

    @Actor
    public void pushOfTwo() {
      second.commit();
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r1 = first.newSeries();
      r.r2 = second.newSeries();
      r.r3 = StagedPush.cells(store, "new_total", StagedPush.NOW)[Layout.VALUE];
    }
  }

  /** The second push is read only now: what it finds is ready to take values, and it may miss. */
  @JCStressTest
  @Outcome(id = "1, 0, 3", expect = ACCEPTABLE, desc = "first creates -> second finds it and adds")
  @Outcome(id = "0, 1, 3", expect = ACCEPTABLE, desc = "second creates -> first adds")
  @State
  public static class ActualReadMeanwhile {
    private final SeriesStore store = StagedPush.emptyStore();
    private final StagedPush first =
        new StagedPush(store).sample(MetricType.COUNTER, "new_total", 1);

    @Actor
    public void pushOfOne(III_Result r) {
      first.commit();
      r.r1 = first.newSeries();
    }

    @Actor
    public void readAndPushOfTwo(III_Result r) {
      StagedPush second = new StagedPush(store).sample(MetricType.COUNTER, "new_total", 2);
      second.commit();
      r.r2 = second.newSeries();
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r3 = StagedPush.cells(store, "new_total", StagedPush.NOW)[Layout.VALUE];
    }
  }

  /** Of a histogram whose bounds differ: the second also gives the series' block a new layout. */
  @JCStressTest
  @Outcome(
      id = "1, 0, [4, 4, 2, 1, 1]",
      expect = ACCEPTABLE,
      desc = "first creates {1, +Inf} -> second widens by 2 and adds")
  @Outcome(
      id = "0, 1, [4, 4, 2, 1, 1]",
      expect = ACCEPTABLE,
      desc = "second creates {2, +Inf} -> first widens by 1 and adds")
  @State
  public static class ActualHistogram {
    private final SeriesStore store = StagedPush.emptyStore();
    private final StagedPush first =
        new StagedPush(store).histogram("new", 1, Double.POSITIVE_INFINITY);
    private final StagedPush second =
        new StagedPush(store).histogram("new", 2, Double.POSITIVE_INFINITY);

    @Actor
    public void pushWithBoundOne() {
      first.commit();
    }

    @Actor
    public void pushWithBoundTwo() {
      second.commit();
    }

    @Arbiter
    public void arbiter(IIL_Result r) {
      r.r1 = first.newSeries();
      r.r2 = second.newSeries();
      r.r3 = StagedPush.cellText(store, "new", StagedPush.NOW);
    }
  }

  /** Looks up, then puts: the second push does not look again. */
  @JCStressTest
  @Outcome(id = "3", expect = ACCEPTABLE, desc = "one creates -> other finds -> both add")
  @Outcome(
      id = {"1", "2"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "both look up in vain -> second replaces the first's series: an increment is lost")
  @State
  public static class WithoutSecondLook {
    private final ConcurrentHashMap<String, AtomicInteger> series = new ConcurrentHashMap<>();

    private void add(int value) {
      AtomicInteger cell = find();
      if (cell == null) {
        cell = new AtomicInteger();
        series.put("new_total", cell);
      }
      cell.addAndGet(value);
    }

    private @Nullable AtomicInteger find() {
      return series.get("new_total");
    }

    @Actor
    public void pushOfOne() {
      add(1);
    }

    @Actor
    public void pushOfTwo() {
      add(2);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = series.values().stream().mapToInt(AtomicInteger::get).sum();
    }
  }
}
