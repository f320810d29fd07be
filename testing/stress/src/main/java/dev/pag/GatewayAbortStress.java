package dev.pag;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A push whose sender vanishes against one that is committed and a scrape: nothing of the aborted
 * one is ever shown.
 *
 * <p>All rounds use one gateway, so workspaces go from aborted pushes to committed ones and back.
 * An aborted push adds a half to the known series and brings a family {@code ghost}; a committed
 * one adds one. Hunted: staged values that show before the commit, or that a workspace carries over
 * into the next push. Results: whether the page shows the family, and whether it shows a half.
 */
final class GatewayAbortStress {
  private static final byte[] WHOLE = bytes("# TYPE known_total counter\nknown_total 1\n");
  private static final byte[] ABORTED =
      bytes("# TYPE known_total counter\nknown_total 0.5\n# TYPE ghost counter\nghost 1\n");

  private GatewayAbortStress() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A push is a value of its own until it is added. */
  @JCStressTest
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "abort, commit -> scrape")
  @State
  public static class Model {
    private static final AtomicLong HALVES = new AtomicLong();

    private static void push(int halves, boolean isWhole) {
      int staged = halves;
      if (isWhole) {
        HALVES.addAndGet(staged);
      }
    }

    @Actor
    public void aborter() {
      push(1, false);
    }

    @Actor
    public void pusher(ZZ_Result r) {
      push(2, true);
      r.r2 = HALVES.get() % 2 != 0;
    }
  }

  @JCStressTest
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "abort, commit -> scrape")
  @State
  public static class Actual {
    private static final Gateway GATEWAY = new Gateway(GatewayConfig.DEFAULT, GatewayMetrics.NONE);

    @Actor
    public void aborter() {
      TestPush.abort(GATEWAY, ABORTED);
    }

    @Actor
    public void pusher(ZZ_Result r) {
      TestPush.push(GATEWAY, WHOLE);
      String page = TestPush.page(GATEWAY);
      r.r1 = page.contains("ghost");
      r.r2 = !r.r1 && TestPush.values(page, 1)[0] % 1 != 0;
    }
  }

  /** Adds as it reads and takes back when the sender vanishes. */
  @JCStressTest
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "abort -> commit, or commit -> abort")
  @Outcome(
      id = "false, true",
      expect = ACCEPTABLE_INTERESTING,
      desc = "add a half -> commit, scrape -> take it back: shown and gone again")
  @State
  public static class TakenBack {
    private static final AtomicLong HALVES = new AtomicLong();

    @Actor
    public void aborter() {
      HALVES.addAndGet(1);
      HALVES.addAndGet(-1);
    }

    @Actor
    public void pusher(ZZ_Result r) {
      r.r2 = HALVES.addAndGet(2) % 2 != 0;
    }
  }
}
