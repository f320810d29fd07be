package dev.pag.benchmarks.load;

import dev.pag.benchmarks.Mode;

/**
 * How often and how long each mode measures.
 *
 * @param jvmRuns fresh processes a side, since one JVM differs from the next
 * @param rounds of load a side in each of them, of which the best counts
 * @param warmUpSeconds of each kind of load before the first round
 * @param series in the store that is scraped
 * @param scrapes of each kind
 * @param latencyCycles each of them without and with a scraper
 * @param starts of each kind
 */
record Effort(
    int jvmRuns,
    int rounds,
    int roundSeconds,
    int warmUpSeconds,
    int series,
    int scrapes,
    int latencyCycles,
    int latencySeconds,
    int starts) {
  static Effort of(Mode mode) {
    return switch (mode) {
      case FULL -> new Effort(3, 5, 2, 3, 1_000_000, 11, 3, 20, 11);
      case QUICK -> new Effort(1, 2, 1, 2, 1_000_000, 3, 1, 4, 3);
      case SMOKE -> new Effort(1, 1, 1, 0, 2_000, 1, 1, 1, 1);
    };
  }
}
