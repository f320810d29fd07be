package dev.pag.benchmarks.stage;

import dev.pag.benchmarks.SeriesSet;

/**
 * The bodies the figures push: parts of one generated set, in order and not. Made when asked for,
 * since the million alone takes seconds; only the set is kept.
 */
final class Inputs {
  static final int MILLION = 1_000_000;

  private static final int PIECE_BYTES = 10 * 1024;
  private static final double SUBSET = 0.7;

  private final SeriesSet set;

  Inputs(int maxSeries) {
    this.set = SeriesSet.of(maxSeries);
  }

  byte[][] pieces(int series) {
    return Bodies.ofBytes(set.first(series).body(), PIECE_BYTES);
  }

  byte[][] whole(int series) {
    return new byte[][] {set.first(series).body()};
  }

  byte[][] shuffledPieces(int series) {
    return Bodies.ofBytes(set.first(series).shuffled().body(), PIECE_BYTES);
  }

  byte[][] shuffledWhole(int series) {
    return new byte[][] {set.first(series).shuffled().body()};
  }

  byte[][] subsetPieces(int series) {
    return Bodies.ofBytes(set.first(series).subset(SUBSET).body(), PIECE_BYTES);
  }

  byte[][] pushesOf(int series, int linesEach) {
    return Bodies.ofLines(set.first(series).body(), linesEach);
  }
}
