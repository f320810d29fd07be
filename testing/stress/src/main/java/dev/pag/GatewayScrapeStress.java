package dev.pag;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Pushes of several families against scrapes, through the front: a page shows every push whole or
 * not at all, and every push that was finished before the scrape began.
 *
 * <p>All rounds use one gateway, so the scrape of one round meets the pushes of others. Hunted: a
 * page between two families of a push, and a page of a cut that was made before the scrape asked.
 * Results: whether the page shows some families further than others, and whether it is older than
 * the last push that had been answered.
 */
final class GatewayScrapeStress {
  private static final int FAMILIES = 8;

  private GatewayScrapeStress() {}

  private static final class Shared {
    static final Gateway GATEWAY = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE);
    static final AtomicLong ANSWERED = new AtomicLong();
    static final byte[] BODY = TestPush.counters("family_", FAMILIES, "1");
  }

  private static void judge(double[] values, long answered, ZZ_Result r) {
    for (double value : values) {
      r.r1 |= value != values[0];
      r.r2 |= value < answered;
    }
  }

  /** Counts under one lock. */
  @JCStressTest
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "push -> scrape, or scrape -> push")
  @State
  public static class Model {
    private static final double[] COUNTS = new double[FAMILIES];
    private static final AtomicLong ANSWERED = new AtomicLong();

    @Actor
    public void pusher() {
      synchronized (COUNTS) {
        for (int i = 0; i < FAMILIES; i++) {
          COUNTS[i]++;
        }
      }
      ANSWERED.incrementAndGet();
    }

    @Actor
    public void scraper(ZZ_Result r) {
      long answered = ANSWERED.get();
      synchronized (COUNTS) {
        judge(COUNTS, answered, r);
      }
    }
  }

  @JCStressTest
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "push -> scrape, or scrape -> push")
  @State
  public static class Actual {
    @Actor
    public void pusher() {
      TestPush.push(Shared.GATEWAY, Shared.BODY);
      Shared.ANSWERED.incrementAndGet();
    }

    @Actor
    public void scraper(ZZ_Result r) {
      long answered = Shared.ANSWERED.get();
      String page = TestPush.page(Shared.GATEWAY);
      judge(TestPush.values(page, FAMILIES), answered, r);
    }
  }

  /** Counts of their own, as a registry without a cut has them. */
  @JCStressTest
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "push -> scrape, or scrape -> push")
  @Outcome(
      id = "true, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "add to some -> scrape -> add to the others: half a push")
  @State
  public static class WithoutCut {
    private static final AtomicLongArray COUNTS = new AtomicLongArray(FAMILIES);
    private static final AtomicLong ANSWERED = new AtomicLong();

    @Actor
    public void pusher() {
      for (int i = 0; i < FAMILIES; i++) {
        COUNTS.incrementAndGet(i);
      }
      ANSWERED.incrementAndGet();
    }

    @Actor
    public void scraper(ZZ_Result r) {
      long answered = ANSWERED.get();
      double[] values = new double[FAMILIES];
      for (int i = 0; i < FAMILIES; i++) {
        values[i] = COUNTS.get(i);
      }
      judge(values, answered, r);
    }
  }
}
