package dev.pag.aggregate;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import dev.pag.model.MetricType;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZL_Result;

/**
 * A push that is refused against one that is committed: of the refused one nothing stays, no value,
 * no series and no family.
 *
 * <p>Both pushes bring the family {@code shared}, one as a counter and one as a gauge, beside a new
 * family of their own and an increment of a known series; neither could know of the other while it
 * was read, so the loser is refused at its commit. Hunted: families or values applied before the
 * last check, and a check that another commit overtakes.
 */
final class RefusedPushStress {
  private RefusedPushStress() {}

  /** Check all, then apply all, in one step. */
  @JCStressTest
  @Outcome(
      id = "\\{only_a=counter, shared=counter\\}",
      expect = ACCEPTABLE,
      desc = "a is committed -> b is refused")
  @Outcome(
      id = "\\{only_b=gauge, shared=gauge\\}",
      expect = ACCEPTABLE,
      desc = "b is committed -> a is refused")
  @State
  public static class Model {
    private final TreeMap<String, String> types = new TreeMap<>();

    private synchronized void push(String own, String type) {
      if (types.getOrDefault("shared", type).equals(type)) {
        types.put(own, type);
        types.put("shared", type);
      }
    }

    @Actor
    public void pushA() {
      push("only_a", "counter");
    }

    @Actor
    public void pushB() {
      push("only_b", "gauge");
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = types.toString();
    }
  }

  /** Which of them was accepted, and what is stored afterwards. */
  @JCStressTest
  @Outcome(
      id = "true, false, known_total=1 only_a=1 shared=1 \\(3 series\\)",
      expect = ACCEPTABLE,
      desc = "a is committed -> b is refused")
  @Outcome(
      id = "false, true, known_total=1 only_b=1 shared=1 \\(3 series\\)",
      expect = ACCEPTABLE,
      desc = "b is committed -> a is refused")
  @State
  public static class Actual {
    private final SeriesStore store = StagedPush.emptyStore();
    private final StagedPush a;
    private final StagedPush b;

    public Actual() {
      new StagedPush(store).sample(MetricType.COUNTER, "known_total", 0).commit();
      a = push(MetricType.COUNTER, "only_a", "shared");
      b = push(MetricType.GAUGE, "shared", "only_b");
    }

    private StagedPush push(MetricType type, String first, String second) {
      return new StagedPush(store)
          .sample(MetricType.COUNTER, "known_total", 1)
          .sample(type, first, 1)
          .sample(type, second, 1);
    }

    @Actor
    public void pushA(ZZL_Result r) {
      r.r1 = a.commit();
    }

    @Actor
    public void pushB(ZZL_Result r) {
      r.r2 = b.commit();
    }

    @Arbiter
    public void arbiter(ZZL_Result r) {
      StringBuilder stored = new StringBuilder();
      for (Family family : store.families()) {
        String name = family.name().toString();
        int value = StagedPush.cells(store, name, StagedPush.NOW)[Layout.VALUE];
        stored.append(name).append('=').append(value).append(' ');
      }
      r.r3 = stored + "(" + store.seriesCount() + " series)";
    }
  }

  /** Every family is checked and created when its line comes. */
  @JCStressTest
  @Outcome(
      id = "\\{only_a=counter, shared=counter\\}",
      expect = ACCEPTABLE,
      desc = "a creates shared -> b is refused with its first line")
  @Outcome(
      id = "\\{only_a=counter, only_b=gauge, shared=gauge\\}",
      expect = ACCEPTABLE_INTERESTING,
      desc = "a creates only_a -> b creates shared -> a is refused: only_a stays behind")
  @State
  public static class LineByLine {
    private final ConcurrentSkipListMap<String, String> types = new ConcurrentSkipListMap<>();

    private boolean create(String family, String type) {
      String known = types.putIfAbsent(family, type);
      return known == null || known.equals(type);
    }

    @Actor
    public void pushA() {
      if (create("only_a", "counter")) {
        create("shared", "counter");
      }
    }

    @Actor
    public void pushB() {
      if (create("shared", "gauge")) {
        create("only_b", "gauge");
      }
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = types.toString();
    }
  }
}
