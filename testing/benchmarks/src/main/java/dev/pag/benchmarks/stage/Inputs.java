package dev.pag.benchmarks.stage;

import dev.pag.benchmarks.SeriesSet;
import java.util.Arrays;

/**
 * The bodies that are pushed: parts of one generated set, in order and not. Bodies are made when
 * asked for; only the set is kept.
 */
public final class Inputs {
  /** What a body of about 10 KB has; divides the sizes of all sets. */
  public static final int LINES_A_PUSH = 125;

  private static final int PIECE_BYTES = 10 * 1024;

  private final SeriesSet set;

  public Inputs(int maxSeries) {
    this.set = SeriesSet.of(maxSeries);
  }

  /** Bodies of {@link #LINES_A_PUSH} lines each; a rest is left out. */
  public byte[][] equalPushes(LineOrder order) {
    SeriesSet ordered = order.of(set);
    byte[][] bodies = Bodies.ofLines(ordered.body(), LINES_A_PUSH);
    return Arrays.copyOf(bodies, ordered.size() / LINES_A_PUSH);
  }

  /** Bodies of 10 KB. */
  byte[][] pieces(int series, LineOrder order) {
    return Bodies.ofBytes(order.of(set.first(series)).body(), PIECE_BYTES);
  }

  byte[][] whole(int series, LineOrder order) {
    return new byte[][] {order.of(set.first(series)).body()};
  }

  byte[][] pushesOf(int series, int linesEach) {
    return Bodies.ofLines(set.first(series).body(), linesEach);
  }
}
