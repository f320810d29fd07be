package dev.pag.benchmarks.stage;

import dev.pag.benchmarks.Mode;

/**
 * How often and how long each mode measures, and on sets of what size.
 *
 * @param rounds the best of which counts
 * @param warmUpMillis before the rounds, each side
 * @param roundMillis a round repeats what is shorter
 * @param fills of an empty gateway
 * @param few series that fit into the first caches
 * @param more series that fit into the last one
 * @param many series that fit into none
 */
record Effort(
    int rounds, int warmUpMillis, int roundMillis, int fills, int few, int more, int many) {
  private static final long NANOS_PER_MILLI = 1_000_000;

  static Effort of(Mode mode) {
    return switch (mode) {
      case FULL -> new Effort(15, 1_500, 100, 7, 5_000, 51_000, 1_000_000);
      case QUICK -> new Effort(5, 300, 20, 3, 5_000, 51_000, 1_000_000);
      case SMOKE -> new Effort(1, 1, 1, 1, 1_000, 2_000, 5_000);
    };
  }

  long warmUpNanos() {
    return warmUpMillis * NANOS_PER_MILLI;
  }

  long roundNanos() {
    return roundMillis * NANOS_PER_MILLI;
  }
}
